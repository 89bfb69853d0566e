"""One module per migration step of the server, named by number and purpose."""
