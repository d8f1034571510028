"""Files in: a case's tables, vector files, archives of fronts; and the folder in which a case lives."""
