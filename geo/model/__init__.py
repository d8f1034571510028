"""What a case is made of: claims, places, zones, orders, fronts, licences, and the two dates of each record."""
