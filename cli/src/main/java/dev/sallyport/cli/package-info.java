/** The commands: each a small class that reads its input, wires what the other modules offer, and prints. */
package dev.sallyport.cli;
