using System.IO.Compression;
using System.Text;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Tests.Projects.Catalogue;

public sealed class DamagedWorkbookTests
{
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string Sheet =
        $"<worksheet xmlns=\"{Main}\"><sheetData><row "
            + $"r=\"1\">{string.Concat(
                "Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available"
                    .Split(',').Select(Cell))}</row>"
        + $"<row r=\"2\">{string.Concat("DOC,P,C,One,d,t,y".Split(',').Select(Cell))}</row></sheetData></worksheet>";

    [Fact]
    public void A_whole_workbook_is_read() => Assert.Equal("doc.p.one", Assert.Single(Read(Workbook(Sheet)).Elements).Id);

    [Fact]
    public void XML_that_breaks_off_is_a_fault()
    {
        var readings = Enumerable.Range(0, Sheet.Length).Where(n => n % 7 == 0).Select(n => Read(Workbook(Sheet[..n]))).ToList();

        Assert.All(readings, r => Assert.NotEmpty(r.Faults));
        Assert.Contains(readings, r => r.Faults[0].Message.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_breaks_off_or_has_wrong_bytes_is_a_fault_or_read_and_never_crashes()
    {
        var whole = Workbook(Sheet);
        var damaged = Enumerable.Range(4, whole.Length - 4).Where(n => n % 5 == 0).SelectMany(n => new[] { whole[..n], Flip(whole, n) })
            .ToList();

        var readings = damaged.Select(Read).ToList();

        Assert.All(readings, r => Assert.True(r.Faults.Count > 0 || r.Elements.Count == 1));
        Assert.Contains(readings, r => r.Faults.Count > 0);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_more_than_64_MiB_is_refused_before_it_is_unpacked()
    {
        var bomb = Workbook(Sheet + new string(' ', 65 * 1024 * 1024));

        Assert.True(bomb.Length < 200_000);
        Assert.Contains("too large once unpacked", Assert.Single(Read(bomb).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_lies_about_its_size_is_not_unpacked_beyond_it()
    {
        var bomb = Workbook(Sheet + new string(' ', 65 * 1024 * 1024));
        var size = BitConverter.GetBytes(Encoding.UTF8.GetByteCount(Sheet) + (65 * 1024 * 1024));
        var at = bomb.AsSpan().LastIndexOf(size);
        BitConverter.GetBytes(Encoding.UTF8.GetByteCount(Sheet)).CopyTo(bomb, at);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = Read(bomb);

        Assert.True(reading.Faults.Count > 0 || reading.Elements.Count == 1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public void Many_cells_that_share_one_long_text_are_refused_where_they_become_too_much()
    {
        var texts = $"<sst xmlns=\"{Main}\"><si><t>{new string('a', 1024 * 1024)}</t></si></sst>";
        var row = string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 10));
        var sheet = $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(
            Enumerable.Range(1, 1000).Select(r => $"<row r=\"{r}\">{row}</row>"))}</sheetData></worksheet>";

        var fault = Assert.Single(Read(Workbook(sheet, texts)).Faults);

        Assert.Equal(7, fault.Row);
        Assert.Contains("too large once unpacked", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "256 columns")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>", "100000 rows")]
    public void A_small_file_whose_cells_lie_far_apart_is_refused_before_anybody_makes_room_for_them(string rows, string why)
    {
        var file = Workbook($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = Read(file);

        Assert.Contains(why, Assert.Single(reading.Faults).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void The_first_sheet_that_is_shown_is_read_and_not_a_hidden_one_before_it()
    {
        var hidden = $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\">{Cell("notes")}</row></sheetData></worksheet>";

        var reading = Read(Workbook(Sheet, hidden: hidden));

        Assert.Equal("doc.p.one", Assert.Single(reading.Elements).Id);
    }

    [Fact]
    public void Dates_are_read_as_the_sheet_shows_them()
    {
        const string styles = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"mmm\\-yy\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[$-409]mmmm\\ d\\,\\ yyyy;@\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";
        var rows = string.Concat(Enumerable.Range(1, 3).Select(style =>
            $"<row r=\"{style + 1}\">{string.Concat(new[] { "DOC", "P", "C", $"N{style}", "d", "t" }.Select(Cell))}"
            + $"<c s=\"{style}\"><v>43845</v></c></row>"));
        var sheet = $"{Sheet[..Sheet.IndexOf("<row r=\"2\">", StringComparison.Ordinal)]}{rows}</sheetData></worksheet>";

        var reading = Read(Workbook(sheet, styles: $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"));

        Assert.Equal(["1/15/2020", "Jan-20", "January 15, 2020"], reading.Elements.Select(e => e.Years));
    }

    private static CatalogueReading Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return new CatalogueImport(AgencyDirectory.Shipped).Read(stream);
    }

    private static byte[] Flip(byte[] whole, int at)
    {
        var copy = whole.ToArray();
        copy[at] ^= 0x55;
        return copy;
    }

    private static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static byte[] Workbook(string sheet, string? texts = null, string? hidden = null, string? styles = null)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\"><sheets>"
                + (hidden is null ? "" : "<sheet name=\"H\" sheetId=\"2\" state=\"hidden\" r:id=\"rId3\"/>")
                + "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships "
                + $"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + $"Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
                + $"Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" "
                + $"Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"rId4\" "
                + $"Type=\"{Relation}/styles\" Target=\"styles.xml\"/></Relationships>");
            if (texts is not null)
                Put(zip, "xl/sharedStrings.xml", texts);
            Put(zip, "xl/worksheets/sheet1.xml", sheet);
            if (hidden is not null)
                Put(zip, "xl/worksheets/sheet2.xml", hidden);
            if (styles is not null)
                Put(zip, "xl/styles.xml", styles);
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
