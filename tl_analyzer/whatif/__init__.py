"""What if the week had gone differently: changes to a log, and what the model makes of them."""
