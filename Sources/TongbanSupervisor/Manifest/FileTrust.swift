// SPDX-License-Identifier: Apache-2.0

import Civic
import Glibc

/// Who may own what is started: root and the daemon's own user. Anybody else could put their program in its place.
struct FileTrust {
    /// Users whose files are trusted.
    let owners: Set<UInt32>

    static func ofThisProcess() -> FileTrust { FileTrust(owners: [0, geteuid()]) }

    /// Why `path` is not trusted, or `nil`. Symbolic links are followed: what counts is the file that is started.
    func objection(to path: String) -> Bilingual? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = String(cString: strerror(errno))
            return Bilingual("无法查看 \(path)：\(reason)", "\(path) cannot be examined: \(reason)")
        }
        return self.objection(to: path, owner: status.st_uid, group: status.st_gid, mode: status.st_mode)
    }

    /// The decision itself, over what the file system said.
    func objection(to path: String, owner: UInt32, group: UInt32, mode: UInt32) -> Bilingual? {
        guard self.owners.contains(owner) else {
            return Bilingual(
                "\(path) 属于用户 \(owner)，应属于 root 或守护进程用户；请 chown",
                "\(path) belongs to user \(owner), not to root or the daemon's user; use chown"
            )
        }
        // A folder such as /tmp, where only the owner of an entry can replace it, is no danger to the entries.
        let isSticky = mode & S_IFMT == S_IFDIR && mode & S_ISVTX != 0
        if mode & S_IWOTH != 0, !isSticky {
            return Bilingual(
                "任何人都能修改 \(path)；请 chmod o-w",
                "\(path) can be changed by anybody; use chmod o-w"
            )
        }
        if mode & S_IWGRP != 0, group != 0, !self.owners.contains(group), !isSticky {
            return Bilingual(
                "用户组 \(group) 能修改 \(path)；请 chmod g-w",
                "\(path) can be changed by group \(group); use chmod g-w"
            )
        }
        return nil
    }
}
