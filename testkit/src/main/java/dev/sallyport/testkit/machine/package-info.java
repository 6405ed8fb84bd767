/** What tests ask of the machine they run on. */
package dev.sallyport.testkit.machine;
