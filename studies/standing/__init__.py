"""Can standing on the bike be inferred from power, cadence and speed? Judged on recorded rides."""
