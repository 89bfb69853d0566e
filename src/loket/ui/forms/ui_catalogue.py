# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'catalogue.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QHeaderView, QLabel, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from loket.ui.widgets import (Banner, Card, FormRow, PageHeader,
    ScanBox, Table)

class Ui_CataloguePage(object):
    def setupUi(self, CataloguePage):
        if not CataloguePage.objectName():
            CataloguePage.setObjectName(u"CataloguePage")
        self.outer = QVBoxLayout(CataloguePage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 16, 16, 12)
        self.header = PageHeader(CataloguePage)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.stack = QStackedWidget(CataloguePage)
        self.stack.setObjectName(u"stack")
        self.listPage = QWidget()
        self.listPage.setObjectName(u"listPage")
        self.listColumn = QVBoxLayout(self.listPage)
        self.listColumn.setSpacing(8)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(0, 0, 0, 0)
        self.search = ScanBox(self.listPage)
        self.search.setObjectName(u"search")

        self.listColumn.addWidget(self.search)

        self.foundLabel = QLabel(self.listPage)
        self.foundLabel.setObjectName(u"foundLabel")
        self.foundLabel.setProperty(u"role", u"secondary")

        self.listColumn.addWidget(self.foundLabel)

        self.titles = Table(self.listPage)
        self.titles.setObjectName(u"titles")

        self.listColumn.addWidget(self.titles)

        self.listColumn.setStretch(2, 1)
        self.stack.addWidget(self.listPage)
        self.editPage = QWidget()
        self.editPage.setObjectName(u"editPage")
        self.editColumn = QVBoxLayout(self.editPage)
        self.editColumn.setSpacing(8)
        self.editColumn.setObjectName(u"editColumn")
        self.editColumn.setContentsMargins(0, 0, 0, 0)
        self.editColumns = QHBoxLayout()
        self.editColumns.setSpacing(8)
        self.editColumns.setObjectName(u"editColumns")
        self.editColumns.setContentsMargins(0, 0, 0, 0)
        self.fieldsScroll = QScrollArea(self.editPage)
        self.fieldsScroll.setObjectName(u"fieldsScroll")
        self.fieldsScroll.setWidgetResizable(True)
        self.fieldsScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fieldsScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fieldsScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.fields = QWidget()
        self.fields.setObjectName(u"fields")
        self.fields.setProperty(u"role", u"page")
        self.fieldsColumn = QVBoxLayout(self.fields)
        self.fieldsColumn.setSpacing(8)
        self.fieldsColumn.setObjectName(u"fieldsColumn")
        self.fieldsColumn.setContentsMargins(0, 0, 12, 0)
        self.titleGrid = QGridLayout()
        self.titleGrid.setObjectName(u"titleGrid")
        self.titleGrid.setHorizontalSpacing(12)
        self.titleGrid.setVerticalSpacing(2)
        self.titleGrid.setContentsMargins(0, 0, 0, 0)
        self.titleRow = FormRow(self.fields)
        self.titleRow.setObjectName(u"titleRow")

        self.titleGrid.addWidget(self.titleRow, 0, 0, 1, 6)

        self.authorsRow = FormRow(self.fields)
        self.authorsRow.setObjectName(u"authorsRow")

        self.titleGrid.addWidget(self.authorsRow, 1, 0, 1, 4)

        self.isbnRow = FormRow(self.fields)
        self.isbnRow.setObjectName(u"isbnRow")

        self.titleGrid.addWidget(self.isbnRow, 1, 4, 1, 2)

        self.publisherRow = FormRow(self.fields)
        self.publisherRow.setObjectName(u"publisherRow")

        self.titleGrid.addWidget(self.publisherRow, 2, 0, 1, 3)

        self.publishPlaceRow = FormRow(self.fields)
        self.publishPlaceRow.setObjectName(u"publishPlaceRow")

        self.titleGrid.addWidget(self.publishPlaceRow, 2, 3, 1, 2)

        self.publishYearRow = FormRow(self.fields)
        self.publishYearRow.setObjectName(u"publishYearRow")

        self.titleGrid.addWidget(self.publishYearRow, 2, 5, 1, 1)

        self.callNumberRow = FormRow(self.fields)
        self.callNumberRow.setObjectName(u"callNumberRow")

        self.titleGrid.addWidget(self.callNumberRow, 3, 0, 1, 3)

        self.ddcClassRow = FormRow(self.fields)
        self.ddcClassRow.setObjectName(u"ddcClassRow")

        self.titleGrid.addWidget(self.ddcClassRow, 3, 3, 1, 2)

        self.editionRow = FormRow(self.fields)
        self.editionRow.setObjectName(u"editionRow")

        self.titleGrid.addWidget(self.editionRow, 3, 5, 1, 1)

        self.subjectsRow = FormRow(self.fields)
        self.subjectsRow.setObjectName(u"subjectsRow")

        self.titleGrid.addWidget(self.subjectsRow, 4, 0, 1, 4)

        self.languageRow = FormRow(self.fields)
        self.languageRow.setObjectName(u"languageRow")

        self.titleGrid.addWidget(self.languageRow, 4, 4, 1, 2)

        self.responsibilityRow = FormRow(self.fields)
        self.responsibilityRow.setObjectName(u"responsibilityRow")

        self.titleGrid.addWidget(self.responsibilityRow, 5, 0, 1, 4)

        self.materialRow = FormRow(self.fields)
        self.materialRow.setObjectName(u"materialRow")

        self.titleGrid.addWidget(self.materialRow, 5, 4, 1, 2)

        self.collationRow = FormRow(self.fields)
        self.collationRow.setObjectName(u"collationRow")

        self.titleGrid.addWidget(self.collationRow, 6, 0, 1, 3)

        self.seriesRow = FormRow(self.fields)
        self.seriesRow.setObjectName(u"seriesRow")

        self.titleGrid.addWidget(self.seriesRow, 6, 3, 1, 3)

        self.noteRow = FormRow(self.fields)
        self.noteRow.setObjectName(u"noteRow")

        self.titleGrid.addWidget(self.noteRow, 7, 0, 1, 6)

        self.titleGrid.setColumnStretch(0, 1)
        self.titleGrid.setColumnStretch(1, 1)
        self.titleGrid.setColumnStretch(2, 1)
        self.titleGrid.setColumnStretch(3, 1)
        self.titleGrid.setColumnStretch(4, 1)
        self.titleGrid.setColumnStretch(5, 1)

        self.fieldsColumn.addLayout(self.titleGrid)

        self.fieldsEnd = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fieldsColumn.addItem(self.fieldsEnd)

        self.fieldsScroll.setWidget(self.fields)

        self.editColumns.addWidget(self.fieldsScroll)

        self.copiesCard = Card(self.editPage)
        self.copiesCard.setObjectName(u"copiesCard")
        self.copiesColumn = QVBoxLayout(self.copiesCard)
        self.copiesColumn.setSpacing(8)
        self.copiesColumn.setObjectName(u"copiesColumn")
        self.copiesColumn.setContentsMargins(16, 12, 16, 8)
        self.itemsHead = QHBoxLayout()
        self.itemsHead.setSpacing(8)
        self.itemsHead.setObjectName(u"itemsHead")
        self.itemsHead.setContentsMargins(0, 0, 0, 0)
        self.itemsHeading = QLabel(self.copiesCard)
        self.itemsHeading.setObjectName(u"itemsHeading")
        self.itemsHeading.setProperty(u"role", u"heading")

        self.itemsHead.addWidget(self.itemsHeading)


        self.copiesColumn.addLayout(self.itemsHead)

        self.items = Table(self.copiesCard)
        self.items.setObjectName(u"items")

        self.copiesColumn.addWidget(self.items)

        self.copiesHeading = QLabel(self.copiesCard)
        self.copiesHeading.setObjectName(u"copiesHeading")
        self.copiesHeading.setProperty(u"role", u"heading")

        self.copiesColumn.addWidget(self.copiesHeading)

        self.copiesGrid = QGridLayout()
        self.copiesGrid.setObjectName(u"copiesGrid")
        self.copiesGrid.setHorizontalSpacing(12)
        self.copiesGrid.setVerticalSpacing(2)
        self.copiesGrid.setContentsMargins(0, 0, 0, 0)
        self.barcodeRow = FormRow(self.copiesCard)
        self.barcodeRow.setObjectName(u"barcodeRow")

        self.copiesGrid.addWidget(self.barcodeRow, 0, 0, 1, 2)

        self.countRow = FormRow(self.copiesCard)
        self.countRow.setObjectName(u"countRow")

        self.copiesGrid.addWidget(self.countRow, 0, 2, 1, 1)

        self.kindRow = FormRow(self.copiesCard)
        self.kindRow.setObjectName(u"kindRow")

        self.copiesGrid.addWidget(self.kindRow, 0, 3, 1, 2)

        self.locationRow = FormRow(self.copiesCard)
        self.locationRow.setObjectName(u"locationRow")

        self.copiesGrid.addWidget(self.locationRow, 1, 0, 1, 3)

        self.priceRow = FormRow(self.copiesCard)
        self.priceRow.setObjectName(u"priceRow")

        self.copiesGrid.addWidget(self.priceRow, 1, 3, 1, 2)

        self.copiesGrid.setColumnStretch(0, 2)
        self.copiesGrid.setColumnStretch(1, 1)
        self.copiesGrid.setColumnStretch(2, 2)
        self.copiesGrid.setColumnStretch(3, 2)
        self.copiesGrid.setColumnStretch(4, 1)

        self.copiesColumn.addLayout(self.copiesGrid)

        self.copiesColumn.setStretch(1, 1)

        self.editColumns.addWidget(self.copiesCard)

        self.editColumns.setStretch(0, 11)
        self.editColumns.setStretch(1, 9)

        self.editColumn.addLayout(self.editColumns)

        self.stack.addWidget(self.editPage)

        self.outer.addWidget(self.stack)

        self.footer = QWidget(CataloguePage)
        self.footer.setObjectName(u"footer")
        self.actions = QHBoxLayout(self.footer)
        self.actions.setSpacing(12)
        self.actions.setObjectName(u"actions")
        self.actions.setContentsMargins(0, 0, 0, 0)
        self.banner = Banner(self.footer)
        self.banner.setObjectName(u"banner")

        self.actions.addWidget(self.banner)

        self.actions.setStretch(0, 1)

        self.outer.addWidget(self.footer)

        self.outer.setStretch(1, 1)

        self.retranslateUi(CataloguePage)

        QMetaObject.connectSlotsByName(CataloguePage)
    # setupUi

    def retranslateUi(self, CataloguePage):
        pass
    # retranslateUi

