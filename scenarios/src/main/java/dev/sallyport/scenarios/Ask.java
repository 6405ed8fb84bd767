package dev.sallyport.scenarios;

import dev.sallyport.roles.Printed;

/**
 * That a row asks for a flow, and between which roles.
 *
 * @param row {@code SRV-03}
 * @param printed what the table prints, an "Any" above all
 */
record Ask(String row, String fromRole, String toRole, Printed printed) {}
