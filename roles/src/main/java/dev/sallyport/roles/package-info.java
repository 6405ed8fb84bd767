/** The catalogue: who accepts what from whom, on which port, by which documented row; and the reader of its files. */
package dev.sallyport.roles;
