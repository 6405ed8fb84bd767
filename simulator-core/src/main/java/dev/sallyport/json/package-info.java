/**
 * The one external form of plan, orders, observation and run, and the files made of it; the only user of Jackson.
 *
 * <p>Domain records carry no annotations. Where the form differs from the record, a form record in this package says
 * how; otherwise components are written in their order under their names.
 */
package dev.sallyport.json;
