/** A run's result for people and for build servers: terminal, JUnit XML, HTML. */
package dev.sallyport.report;
