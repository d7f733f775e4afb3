package dev.linnet.cli;

import picocli.CommandLine.IVersionProvider;

/** Linnet's version, as its jar's manifest tells it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"linnet " + (version == null ? "(built from source)" : version)};
    }
}
