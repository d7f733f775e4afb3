package dev.linnet.queue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes files and folders that only their owner may read. Where the file system has no POSIX permissions, or doesn't let them be
 * changed, they are made as any others.
 */
public final class PrivateFiles {
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFiles() {}

    /**
     * Makes a file that is not there yet.
     *
     * @throws FileAlreadyExistsException when it is
     */
    public static void createNew(Path file) throws IOException {
        try {
            Files.createFile(file, FILE);
        } catch (UnsupportedOperationException e) {
            Files.createFile(file);
        }
    }

    /** Makes a file if it is missing, and takes the permissions of group and others from one that is there. */
    public static void create(Path file) throws IOException {
        try {
            createNew(file);
        } catch (FileAlreadyExistsException e) {
            restrict(file);
        }
    }

    /** Makes a folder if it is missing, its parents as any others. One that is there stays as it is. */
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, FOLDER);
        } catch (UnsupportedOperationException e) {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Takes the permissions of group and others from a file or folder, if it is there. */
    public static void restrict(Path path) {
        try {
            Set<PosixFilePermission> all = Files.getPosixFilePermissions(path);
            Set<PosixFilePermission> owners = EnumSet.noneOf(PosixFilePermission.class);
            all.stream().filter(OWNER::contains).forEach(owners::add);
            if (!owners.equals(all)) {
                Files.setPosixFilePermissions(path, owners);
            }
        } catch (UnsupportedOperationException | IOException e) {
            // No such permissions there, or the file belongs to someone else, who decides.
        }
    }
}
