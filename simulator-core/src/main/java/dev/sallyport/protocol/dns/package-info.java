/**
 * DNS over UDP and TCP (RFC 1035, RFC 7766): {@code dns/query}, as an Edge Server finds a partner to federate with.
 *
 * <p>The codec is ours; {@code docs/decisions} weighs the libraries. Names, questions and records are read and written;
 * a record's data stays bytes, for nothing here acts on what others say in it.
 *
 * <p>Where the nonce stands: as a label of every name that is asked, {@code _sipfederationtls._tcp.<nonce>.<domain>} and
 * {@code sip.<nonce>.<domain>}, and so in the answer, which repeats the question. A resolver that knows the answer
 * already cannot give it in the far end's place.
 *
 * <p>Over UDP no answer is longer than its question. Initiators pad their questions (RFC 7830) so that the answer fits; who
 * does not is told that it was cut short, and asks again over TCP (RFC 1035 §4.2.1).
 */
package dev.sallyport.protocol.dns;
