"""The pictures of a report with their legends and the numbers behind them, ready for a page."""
