"""How often does each flag change when one parameter moves over its range?"""
