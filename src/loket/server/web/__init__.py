"""The dashboard of Loket Pusat: pages made on the server, for the head of a library, at a desk or on a phone."""
