/** Scenarios: which part of the documented rows a run proves, and how thoroughly. */
package dev.sallyport.scenarios;
