/** The main job through a real firewall: agents in network namespaces, one wrong rule at a time, verdicts held against a table. */
package dev.sallyport.testkit.verdicts;
