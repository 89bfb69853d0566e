"""What is done at a counter. One desk action = one function = one transaction."""
