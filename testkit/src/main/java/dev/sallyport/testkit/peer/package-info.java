/** Foreign programs that our roles talk to. */
package dev.sallyport.testkit.peer;
