/** Running a plan: agents arm, fire and report; what they observed is judged. Agents may be anywhere. */
package dev.sallyport.run;
