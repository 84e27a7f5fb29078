"""Reading what people export: text, tables, numbers, dates, XML, and the account of all rows.

Adapters share this package; nothing in it knows a format of anybody's.
"""
