"""The records of a case: claims, places, zones, orders, fronts, licences, and the two dates of each."""
