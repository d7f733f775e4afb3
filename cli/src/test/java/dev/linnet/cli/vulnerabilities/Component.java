package dev.linnet.cli.vulnerabilities;

/**
 * A part of what Linnet runs with.
 *
 * @param artifact {@code group:artifact} of Maven, or {@code docker:image}
 * @param version its version
 * @param where the jar or file that it was found in
 */
record Component(String artifact, String version, String where) {
    @Override
    public String toString() {
        return artifact + " " + version + " (" + where + ")";
    }
}
