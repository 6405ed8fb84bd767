/** Programs that stand in the middle and do more than let pass. */
package dev.sallyport.testkit.box;
