/** The site under test: zones, firewalls, hosts, pools, addresses, roles; and the strict reader of its file. */
package dev.sallyport.lab;
