extension OfficeSchema {
    /// The parts of workbooks (ECMA-376, part 1, annex A.2), as far as the project may come to write them.
    static let spreadsheet = OfficeSchema(
        """
        worksheet | | sheetPr? dimension? sheetViews? sheetFormatPr? cols? sheetData sheetCalcPr? sheetProtection? \
        protectedRanges? scenarios? autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? \
        conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? \
        colBreaks? customProperties? cellWatches? ignoredErrors? smartTags? drawing? legacyDrawing? legacyDrawingHF? \
        drawingHF? picture? oleObjects? controls? webPublishItems? tableParts? extLst?
        sheetPr | codeName=text filterMode=bool | tabColor? outlinePr? pageSetUpPr?
        tabColor color fgColor bgColor | auto=bool indexed=count rgb=argb theme=count tint=number |
        outlinePr | summaryBelow=bool summaryRight=bool |
        pageSetUpPr | autoPageBreaks=bool fitToPage=bool |
        dimension | ref=ref! |
        sheetViews | | sheetView+
        sheetView | showFormulas=bool showGridLines=bool showRowColHeaders=bool showZeros=bool rightToLeft=bool \
        tabSelected=bool showOutlineSymbols=bool defaultGridColor=bool view=normal/pageBreakPreview/pageLayout \
        topLeftCell=cell colorId=count zoomScale=count zoomScaleNormal=count zoomScalePageLayoutView=count \
        workbookViewId=count! windowProtection=bool showRuler=bool showWhiteSpace=bool zoomScaleSheetLayoutView=count \
        | pane? selection*
        pane | xSplit=number ySplit=number topLeftCell=cell activePane=bottomRight/topRight/bottomLeft/topLeft \
        state=split/frozen/frozenSplit |
        selection | pane=bottomRight/topRight/bottomLeft/topLeft activeCell=cell activeCellId=count sqref=refs |
        sheetFormatPr | baseColWidth=count defaultColWidth=number defaultRowHeight=number! customHeight=bool \
        zeroHeight=bool thickTop=bool thickBottom=bool outlineLevelRow=count outlineLevelCol=count |
        cols | | col+
        col | min=count! max=count! width=number style=count hidden=bool bestFit=bool customWidth=bool outlineLevel=count \
        collapsed=bool phonetic=bool |
        sheetData | | row*
        row | r=count spans=text s=count customFormat=bool ht=number hidden=bool customHeight=bool outlineLevel=count \
        collapsed=bool thickTop=bool thickBot=bool | c*
        c | r=cell s=count t=b/n/e/s/str/inlineStr | f? v? is?
        f | t=normal/array/shared ref=ref si=count ca=bool aca=bool | text
        v formula formula1 formula2 | | text
        is si | | t? r*
        r | | rPr? t
        rPr | | (rFont,charset,family,b,i,strike,outline,shadow,condense,extend,color,sz,u,vertAlign,scheme)*
        t | | text
        sheetProtection | algorithmName=text hashValue=text saltValue=text spinCount=count password=hex sheet=bool \
        objects=bool scenarios=bool formatCells=bool formatColumns=bool formatRows=bool insertColumns=bool insertRows=bool \
        insertHyperlinks=bool deleteColumns=bool deleteRows=bool selectLockedCells=bool sort=bool autoFilter=bool \
        pivotTables=bool selectUnlockedCells=bool |
        autoFilter | ref=ref | filterColumn* sortState?
        filterColumn | colId=count! hiddenButton=bool showButton=bool |
        sortState | ref=ref! | sortCondition*
        sortCondition | ref=ref! descending=bool |
        mergeCells | count=count | mergeCell+
        mergeCell | ref=ref! |
        conditionalFormatting | sqref=refs! | cfRule+
        cfRule | type=expression/cellIs/top10/uniqueValues/duplicateValues/containsText/notContainsText/beginsWith/\
        endsWith/containsBlanks/notContainsBlanks/containsErrors/notContainsErrors/aboveAverage! dxfId=count \
        priority=count! stopIfTrue=bool operator=text text=text rank=count percent=bool bottom=bool aboveAverage=bool \
        | formula*
        dataValidations | count=count disablePrompts=bool xWindow=count yWindow=count | dataValidation+
        dataValidation | type=none/whole/decimal/list/date/time/textLength/custom errorStyle=stop/warning/information \
        operator=between/notBetween/equal/notEqual/lessThan/lessThanOrEqual/greaterThan/greaterThanOrEqual allowBlank=bool \
        showDropDown=bool showInputMessage=bool showErrorMessage=bool errorTitle=text32 error=text255 promptTitle=text32 \
        prompt=text255 sqref=refs! | formula1? formula2?
        hyperlinks | | hyperlink+
        hyperlink | ref=ref! r:id=id location=text tooltip=text255 display=text |
        printOptions | horizontalCentered=bool verticalCentered=bool headings=bool gridLines=bool gridLinesSet=bool |
        pageMargins | left=number! right=number! top=number! bottom=number! header=number! footer=number! |
        pageSetup | paperSize=count scale=count firstPageNumber=count fitToWidth=count fitToHeight=count \
        pageOrder=downThenOver/overThenDown orientation=default/portrait/landscape blackAndWhite=bool draft=bool \
        useFirstPageNumber=bool horizontalDpi=count verticalDpi=count copies=count usePrinterDefaults=bool \
        cellComments=none/asDisplayed/atEnd errors=displayed/blank/dash/NA |
        headerFooter | differentOddEven=bool differentFirst=bool scaleWithDoc=bool alignWithMargins=bool \
        | oddHeader? oddFooter? evenHeader? evenFooter? firstHeader? firstFooter?
        oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter | | text
        rowBreaks colBreaks | count=count manualBreakCount=count | brk*
        brk | id=count min=count max=count man=bool pt=bool |
        ignoredErrors | | ignoredError+
        ignoredError | sqref=refs! numberStoredAsText=bool formula=bool unlockedFormula=bool evalError=bool |
        tableParts | count=count | tablePart*
        tablePart | r:id=id! |
        extLst | | ext*
        ext | uri=text |
        workbook | conformance=transitional | fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets \
        functionGroups? externalReferences? definedNames? calcPr? oleSize? extLst?
        fileVersion | appName=text lastEdited=text lowestEdited=text rupBuild=text |
        workbookPr | date1904=bool codeName=text defaultThemeVersion=count backupFile=bool showObjects=text filterPrivacy=bool |
        workbookProtection | lockStructure=bool lockWindows=bool |
        bookViews | | workbookView+
        workbookView | visibility=visible/hidden/veryHidden minimized=bool showHorizontalScroll=bool showVerticalScroll=bool \
        showSheetTabs=bool xWindow=int yWindow=int windowWidth=count windowHeight=count tabRatio=count firstSheet=count \
        activeTab=count autoFilterDateGrouping=bool |
        sheets | | sheet+
        sheet | name=id! sheetId=count! state=visible/hidden/veryHidden r:id=id! |
        definedNames | | definedName*
        definedName | name=id! localSheetId=count hidden=bool comment=text | text
        calcPr | calcId=count calcMode=auto/autoNoTable/manual fullCalcOnLoad=bool refMode=A1/R1C1 iterate=bool \
        iterateCount=count iterateDelta=number calcCompleted=bool calcOnSave=bool concurrentCalc=bool |
        sst | count=count uniqueCount=count | si*
        table | id=count! name=id displayName=id! ref=ref! headerRowCount=count totalsRowCount=count totalsRowShown=bool \
        headerRowDxfId=count dataDxfId=count totalsRowDxfId=count | autoFilter? sortState? tableColumns tableStyleInfo? extLst?
        tableColumns | count=count | tableColumn+
        tableColumn | id=count! name=id! totalsRowFunction=text totalsRowLabel=text dataDxfId=count headerRowDxfId=count \
        totalsRowDxfId=count | calculatedColumnFormula? totalsRowFormula?
        calculatedColumnFormula totalsRowFormula | array=bool | text
        tableStyleInfo | name=text showFirstColumn=bool showLastColumn=bool showRowStripes=bool showColumnStripes=bool |
        \(styles)
        """)

    private static let styles = """
        styleSheet | | numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst?
        numFmts | count=count | numFmt*
        numFmt | numFmtId=count! formatCode=text255! |
        fonts | count=count | font*
        font | | b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?
        b i strike condense extend outline shadow | val=bool |
        u | val=single/double/singleAccounting/doubleAccounting/none |
        vertAlign | val=baseline/superscript/subscript! |
        sz | val=number! |
        name rFont | val=text! |
        family charset | val=count! |
        scheme | val=none/major/minor! |
        fills | count=count | fill*
        fill | | patternFill
        patternFill | patternType=none/solid/mediumGray/darkGray/lightGray/gray125/gray0625 | fgColor? bgColor?
        borders | count=count | border*
        border | diagonalUp=bool diagonalDown=bool outline=bool | left? right? top? bottom? diagonal? vertical? horizontal?
        left right top bottom diagonal vertical horizontal | style=none/thin/medium/dashed/dotted/thick/double/hair/\
        mediumDashed/dashDot/mediumDashDot/dashDotDot/mediumDashDotDot/slantDashDot | color?
        cellStyleXfs cellXfs | count=count | xf+
        xf | numFmtId=count fontId=count fillId=count borderId=count xfId=count quotePrefix=bool pivotButton=bool \
        applyNumberFormat=bool applyFont=bool applyFill=bool applyBorder=bool applyAlignment=bool applyProtection=bool \
        | alignment? protection?
        alignment | horizontal=general/left/center/right/fill/justify/centerContinuous/distributed \
        vertical=top/center/bottom/justify/distributed textRotation=count wrapText=bool indent=count shrinkToFit=bool \
        readingOrder=count relativeIndent=int justifyLastLine=bool |
        protection | locked=bool hidden=bool |
        cellStyles | count=count | cellStyle+
        cellStyle | name=text xfId=count! builtinId=count iLevel=count hidden=bool customBuiltin=bool |
        dxfs | count=count | dxf*
        dxf | | font? numFmt? fill? alignment? border? protection?
        tableStyles | count=count defaultTableStyle=text defaultPivotStyle=text |
        colors | | indexedColors? mruColors?
        indexedColors mruColors | | (rgbColor,color)*
        rgbColor | rgb=argb |
        """

    /// The parts that say what a package holds.
    static let package = OfficeSchema(
        """
        Types | | (Default,Override)+
        Default | Extension=id! ContentType=id! |
        Override | PartName=id! ContentType=id! |
        Relationships | | Relationship*
        Relationship | Id=id! Type=id! Target=id! TargetMode=Internal/External |
        """)
}
