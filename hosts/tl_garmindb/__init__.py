"""GarminDB as a host: its import writes the posture of each ride into the athlete's database.

Nothing is loaded here: GarminDB imports `tl_garmindb.plugin`, and only the command line `connect`.
"""
