/**
 * Checks, what both ends observed of them, and what that means. Pure functions over records: the same observations
 * give the same verdict, live or from a file.
 */
package dev.sallyport.check;
