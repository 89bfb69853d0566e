# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'importing.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QListWidget, QListWidgetItem,
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from loket.ui.widgets import (Banner, Busy, Card, EmptyState,
    PageHeader, Segmented, Table)

class Ui_ImportingPage(object):
    def setupUi(self, ImportingPage):
        if not ImportingPage.objectName():
            ImportingPage.setObjectName(u"ImportingPage")
        self.outer = QHBoxLayout(ImportingPage)
        self.outer.setSpacing(24)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 16, 16, 12)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.filesHeading = QLabel(ImportingPage)
        self.filesHeading.setObjectName(u"filesHeading")
        self.filesHeading.setProperty(u"role", u"heading")

        self.left.addWidget(self.filesHeading)

        self.files = QListWidget(ImportingPage)
        self.files.setObjectName(u"files")

        self.left.addWidget(self.files)

        self.fileActions = QVBoxLayout()
        self.fileActions.setSpacing(8)
        self.fileActions.setObjectName(u"fileActions")
        self.fileActions.setContentsMargins(0, 0, 0, 0)

        self.left.addLayout(self.fileActions)

        self.left.setStretch(1, 1)

        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(12)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.header = PageHeader(ImportingPage)
        self.header.setObjectName(u"header")

        self.right.addWidget(self.header)

        self.banner = Banner(ImportingPage)
        self.banner.setObjectName(u"banner")

        self.right.addWidget(self.banner)

        self.stack = QStackedWidget(ImportingPage)
        self.stack.setObjectName(u"stack")
        self.startPage = QWidget()
        self.startPage.setObjectName(u"startPage")
        self.startColumn = QVBoxLayout(self.startPage)
        self.startColumn.setSpacing(8)
        self.startColumn.setObjectName(u"startColumn")
        self.startColumn.setContentsMargins(0, 0, 0, 0)
        self.start = EmptyState(self.startPage)
        self.start.setObjectName(u"start")

        self.startColumn.addWidget(self.start)

        self.stack.addWidget(self.startPage)
        self.workPage = QWidget()
        self.workPage.setObjectName(u"workPage")
        self.workColumn = QVBoxLayout(self.workPage)
        self.workColumn.setSpacing(12)
        self.workColumn.setObjectName(u"workColumn")
        self.workColumn.setContentsMargins(80, 0, 80, 0)
        self.workTop = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.workColumn.addItem(self.workTop)

        self.busy = Busy(self.workPage)
        self.busy.setObjectName(u"busy")

        self.workColumn.addWidget(self.busy)

        self.workHint = QLabel(self.workPage)
        self.workHint.setObjectName(u"workHint")
        self.workHint.setProperty(u"role", u"secondary")

        self.workColumn.addWidget(self.workHint)

        self.workEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.workColumn.addItem(self.workEnd)

        self.stack.addWidget(self.workPage)
        self.mappingPage = QWidget()
        self.mappingPage.setObjectName(u"mappingPage")
        self.mappingColumn = QVBoxLayout(self.mappingPage)
        self.mappingColumn.setSpacing(12)
        self.mappingColumn.setObjectName(u"mappingColumn")
        self.mappingColumn.setContentsMargins(0, 0, 0, 0)
        self.mappingHint = QLabel(self.mappingPage)
        self.mappingHint.setObjectName(u"mappingHint")
        self.mappingHint.setProperty(u"role", u"body")

        self.mappingColumn.addWidget(self.mappingHint)

        self.kindRow = QHBoxLayout()
        self.kindRow.setSpacing(8)
        self.kindRow.setObjectName(u"kindRow")
        self.kindRow.setContentsMargins(0, 0, 0, 0)
        self.kind = Segmented(self.mappingPage)
        self.kind.setObjectName(u"kind")

        self.kindRow.addWidget(self.kind)

        self.kindEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kindRow.addItem(self.kindEnd)


        self.mappingColumn.addLayout(self.kindRow)

        self.mappingColumns = QHBoxLayout()
        self.mappingColumns.setSpacing(24)
        self.mappingColumns.setObjectName(u"mappingColumns")
        self.mappingColumns.setContentsMargins(0, 0, 0, 0)
        self.mappingScroll = QScrollArea(self.mappingPage)
        self.mappingScroll.setObjectName(u"mappingScroll")
        self.mappingScroll.setWidgetResizable(True)
        self.mappingScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.mappingScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.mappingFields = QWidget()
        self.mappingFields.setObjectName(u"mappingFields")
        self.mappingFields.setProperty(u"role", u"page")
        self.mappingScroll.setWidget(self.mappingFields)

        self.mappingColumns.addWidget(self.mappingScroll)

        self.previewColumn = QVBoxLayout()
        self.previewColumn.setSpacing(8)
        self.previewColumn.setObjectName(u"previewColumn")
        self.previewColumn.setContentsMargins(0, 0, 0, 0)
        self.previewHeading = QLabel(self.mappingPage)
        self.previewHeading.setObjectName(u"previewHeading")
        self.previewHeading.setProperty(u"role", u"heading")

        self.previewColumn.addWidget(self.previewHeading)

        self.preview = Table(self.mappingPage)
        self.preview.setObjectName(u"preview")

        self.previewColumn.addWidget(self.preview)

        self.mappingProblem = QLabel(self.mappingPage)
        self.mappingProblem.setObjectName(u"mappingProblem")
        self.mappingProblem.setProperty(u"role", u"error")

        self.previewColumn.addWidget(self.mappingProblem)

        self.previewColumn.setStretch(1, 1)

        self.mappingColumns.addLayout(self.previewColumn)

        self.mappingColumns.setStretch(0, 2)
        self.mappingColumns.setStretch(1, 3)

        self.mappingColumn.addLayout(self.mappingColumns)

        self.mappingActions = QHBoxLayout()
        self.mappingActions.setSpacing(8)
        self.mappingActions.setObjectName(u"mappingActions")
        self.mappingActions.setContentsMargins(0, 0, 0, 0)

        self.mappingColumn.addLayout(self.mappingActions)

        self.mappingColumn.setStretch(2, 1)
        self.stack.addWidget(self.mappingPage)
        self.reportPage = QWidget()
        self.reportPage.setObjectName(u"reportPage")
        self.reportColumn = QVBoxLayout(self.reportPage)
        self.reportColumn.setSpacing(12)
        self.reportColumn.setObjectName(u"reportColumn")
        self.reportColumn.setContentsMargins(0, 0, 0, 0)
        self.cards = QHBoxLayout()
        self.cards.setSpacing(12)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.memberCard = Card(self.reportPage)
        self.memberCard.setObjectName(u"memberCard")
        self.memberColumn = QVBoxLayout(self.memberCard)
        self.memberColumn.setSpacing(2)
        self.memberColumn.setObjectName(u"memberColumn")
        self.memberColumn.setContentsMargins(16, 10, 16, 12)
        self.memberHeading = QLabel(self.memberCard)
        self.memberHeading.setObjectName(u"memberHeading")
        self.memberHeading.setProperty(u"role", u"secondary")

        self.memberColumn.addWidget(self.memberHeading)

        self.memberNumber = QLabel(self.memberCard)
        self.memberNumber.setObjectName(u"memberNumber")
        self.memberNumber.setProperty(u"role", u"number")

        self.memberColumn.addWidget(self.memberNumber)

        self.memberDetail = QLabel(self.memberCard)
        self.memberDetail.setObjectName(u"memberDetail")
        self.memberDetail.setProperty(u"role", u"secondary")

        self.memberColumn.addWidget(self.memberDetail)


        self.cards.addWidget(self.memberCard)

        self.biblioCard = Card(self.reportPage)
        self.biblioCard.setObjectName(u"biblioCard")
        self.biblioColumn = QVBoxLayout(self.biblioCard)
        self.biblioColumn.setSpacing(2)
        self.biblioColumn.setObjectName(u"biblioColumn")
        self.biblioColumn.setContentsMargins(16, 10, 16, 12)
        self.biblioHeading = QLabel(self.biblioCard)
        self.biblioHeading.setObjectName(u"biblioHeading")
        self.biblioHeading.setProperty(u"role", u"secondary")

        self.biblioColumn.addWidget(self.biblioHeading)

        self.biblioNumber = QLabel(self.biblioCard)
        self.biblioNumber.setObjectName(u"biblioNumber")
        self.biblioNumber.setProperty(u"role", u"number")

        self.biblioColumn.addWidget(self.biblioNumber)

        self.biblioDetail = QLabel(self.biblioCard)
        self.biblioDetail.setObjectName(u"biblioDetail")
        self.biblioDetail.setProperty(u"role", u"secondary")

        self.biblioColumn.addWidget(self.biblioDetail)


        self.cards.addWidget(self.biblioCard)

        self.itemCard = Card(self.reportPage)
        self.itemCard.setObjectName(u"itemCard")
        self.itemColumn = QVBoxLayout(self.itemCard)
        self.itemColumn.setSpacing(2)
        self.itemColumn.setObjectName(u"itemColumn")
        self.itemColumn.setContentsMargins(16, 10, 16, 12)
        self.itemHeading = QLabel(self.itemCard)
        self.itemHeading.setObjectName(u"itemHeading")
        self.itemHeading.setProperty(u"role", u"secondary")

        self.itemColumn.addWidget(self.itemHeading)

        self.itemNumber = QLabel(self.itemCard)
        self.itemNumber.setObjectName(u"itemNumber")
        self.itemNumber.setProperty(u"role", u"number")

        self.itemColumn.addWidget(self.itemNumber)

        self.itemDetail = QLabel(self.itemCard)
        self.itemDetail.setObjectName(u"itemDetail")
        self.itemDetail.setProperty(u"role", u"secondary")

        self.itemColumn.addWidget(self.itemDetail)


        self.cards.addWidget(self.itemCard)


        self.reportColumn.addLayout(self.cards)

        self.listHead = QHBoxLayout()
        self.listHead.setSpacing(8)
        self.listHead.setObjectName(u"listHead")
        self.listHead.setContentsMargins(0, 0, 0, 0)
        self.which = Segmented(self.reportPage)
        self.which.setObjectName(u"which")

        self.listHead.addWidget(self.which)

        self.listEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.listHead.addItem(self.listEnd)


        self.reportColumn.addLayout(self.listHead)

        self.problems = Table(self.reportPage)
        self.problems.setObjectName(u"problems")

        self.reportColumn.addWidget(self.problems)

        self.reason = QLabel(self.reportPage)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"role", u"body")

        self.reportColumn.addWidget(self.reason)

        self.skipRefused = QCheckBox(self.reportPage)
        self.skipRefused.setObjectName(u"skipRefused")

        self.reportColumn.addWidget(self.skipRefused)

        self.reportActions = QHBoxLayout()
        self.reportActions.setSpacing(8)
        self.reportActions.setObjectName(u"reportActions")
        self.reportActions.setContentsMargins(0, 0, 0, 0)

        self.reportColumn.addLayout(self.reportActions)

        self.reportColumn.setStretch(2, 1)
        self.stack.addWidget(self.reportPage)

        self.right.addWidget(self.stack)

        self.right.setStretch(2, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(1, 1)

        self.retranslateUi(ImportingPage)

        QMetaObject.connectSlotsByName(ImportingPage)
    # setupUi

    def retranslateUi(self, ImportingPage):
        pass
    # retranslateUi

