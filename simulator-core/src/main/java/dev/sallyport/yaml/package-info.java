/**
 * Reads YAML strictly: every problem of a file at once, each with its line, its key, what was expected and what to do.
 * The only package that uses the YAML library; its types do not show it.
 */
package dev.sallyport.yaml;
