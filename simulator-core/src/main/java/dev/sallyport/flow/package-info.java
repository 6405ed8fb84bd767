/** What goes from where to where: records that everything else is told in. */
package dev.sallyport.flow;
