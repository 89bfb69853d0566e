# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sync.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QProgressBar, QScrollArea, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.pages.enrol import EnrolPanel
from loket.ui.pages.sync_parts import (Facts, Tools)
from loket.ui.widgets import (Banner, Busy, HLine, IconLabel,
    PageHeader)

class Ui_SyncPage(object):
    def setupUi(self, SyncPage):
        if not SyncPage.objectName():
            SyncPage.setObjectName(u"SyncPage")
        self.outer = QVBoxLayout(SyncPage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.header = PageHeader(SyncPage)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.banner = Banner(SyncPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.stack = QStackedWidget(SyncPage)
        self.stack.setObjectName(u"stack")
        self.joined = QScrollArea()
        self.joined.setObjectName(u"joined")
        self.joined.setWidgetResizable(True)
        self.joined.setFrameShape(QFrame.Shape.NoFrame)
        self.joined.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.joined.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.joined_page = QWidget()
        self.joined_page.setObjectName(u"joined_page")
        self.joined_page.setProperty(u"role", u"page")
        self.joined_column = QVBoxLayout(self.joined_page)
        self.joined_column.setSpacing(16)
        self.joined_column.setObjectName(u"joined_column")
        self.joined_column.setContentsMargins(0, 0, 0, 0)
        self.state = QFrame(self.joined_page)
        self.state.setObjectName(u"state")
        self.state.setProperty(u"role", u"card")
        self.state_column = QVBoxLayout(self.state)
        self.state_column.setSpacing(10)
        self.state_column.setObjectName(u"state_column")
        self.state_column.setContentsMargins(20, 18, 20, 18)
        self.state_row = QHBoxLayout()
        self.state_row.setSpacing(14)
        self.state_row.setObjectName(u"state_row")
        self.sign = IconLabel(self.state)
        self.sign.setObjectName(u"sign")

        self.state_row.addWidget(self.sign)

        self.sentence = QLabel(self.state)
        self.sentence.setObjectName(u"sentence")
        self.sentence.setProperty(u"role", u"title")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)

        self.state_row.addWidget(self.sentence)

        self.state_row.setStretch(1, 1)

        self.state_column.addLayout(self.state_row)

        self.what_to_do = QLabel(self.state)
        self.what_to_do.setObjectName(u"what_to_do")
        self.what_to_do.setProperty(u"role", u"lead")
        self.what_to_do.setTextFormat(Qt.TextFormat.PlainText)
        self.what_to_do.setWordWrap(True)

        self.state_column.addWidget(self.what_to_do)

        self.coming = QLabel(self.state)
        self.coming.setObjectName(u"coming")
        self.coming.setProperty(u"role", u"secondary")
        self.coming.setTextFormat(Qt.TextFormat.PlainText)

        self.state_column.addWidget(self.coming)

        self.progress = QProgressBar(self.state)
        self.progress.setObjectName(u"progress")
        self.progress.setTextVisible(False)

        self.state_column.addWidget(self.progress)

        self.state_actions = QHBoxLayout()
        self.state_actions.setSpacing(8)
        self.state_actions.setObjectName(u"state_actions")

        self.state_column.addLayout(self.state_actions)


        self.joined_column.addWidget(self.state)

        self.facts = Facts(self.joined_page)
        self.facts.setObjectName(u"facts")

        self.joined_column.addWidget(self.facts)

        self.line = HLine(self.joined_page)
        self.line.setObjectName(u"line")

        self.joined_column.addWidget(self.line)

        self.tools = Tools(self.joined_page)
        self.tools.setObjectName(u"tools")

        self.joined_column.addWidget(self.tools)

        self.busy = Busy(self.joined_page)
        self.busy.setObjectName(u"busy")

        self.joined_column.addWidget(self.busy)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.joined_column.addItem(self.space_2)

        self.joined.setWidget(self.joined_page)
        self.stack.addWidget(self.joined)
        self.enrol = EnrolPanel()
        self.enrol.setObjectName(u"enrol")
        self.stack.addWidget(self.enrol)

        self.outer.addWidget(self.stack)

        self.outer.setStretch(2, 1)

        self.retranslateUi(SyncPage)

        QMetaObject.connectSlotsByName(SyncPage)
    # setupUi

    def retranslateUi(self, SyncPage):
        pass
    # retranslateUi

