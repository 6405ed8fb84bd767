/** Labs whose hosts are played in the test's own process. */
package dev.sallyport.testkit.loopback;
