// Civic
