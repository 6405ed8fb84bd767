/** What a host presents in TLS and whom it believes: keys and certificates, in memory and as PEM. */
package dev.sallyport.identity;
