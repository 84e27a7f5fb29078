"""Why a flag exists and what it compares; how an exercise is done."""
