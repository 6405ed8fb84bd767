/** A site in network namespaces with a real firewall between its zones, and faults to plant there. */
package dev.sallyport.demo;
