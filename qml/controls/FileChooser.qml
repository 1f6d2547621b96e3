// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import Qt.labs.platform as Platform
import Throughline.App

// The dialog of the desktop in which files are chosen; without a desktop that has one, that of Qt Widgets. The one of Qt
// Quick 6.4 cannot be worked by keys: Return in the field of the name goes into a folder instead of saving.
Platform.FileDialog {
    // Several at once; or the name of one to write.
    property bool several: false
    property bool saves: false

    // Asks where to write, with a name to begin with; only an open dialog takes it.
    function askFor(proposed: url) {
        open();
        currentFile = proposed;
    }

    folder: AppSettings.lastFolder
    fileMode: saves ? Platform.FileDialog.SaveFile : several ? Platform.FileDialog.OpenFiles : Platform.FileDialog.OpenFile
}
