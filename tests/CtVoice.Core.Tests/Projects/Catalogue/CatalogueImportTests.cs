using System.Text;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Tests.Projects.Catalogue;

public sealed class CatalogueImportTests
{
    private const string Heading = "Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available\r\n";

    [SkippableFact]
    public void Both_published_formats_give_the_same_1593_elements_without_a_bad_row()
    {
        PublishedDictionary.Need();

        Assert.Equal(1593, PublishedDictionary.Csv!.Elements.Count);
        Assert.Empty(PublishedDictionary.Csv.Faults);
        Assert.Empty(PublishedDictionary.Xlsx!.Faults);
        Assert.Equal(PublishedDictionary.Csv.Elements, PublishedDictionary.Xlsx.Elements);
        Assert.Equal(["Click to View More"], PublishedDictionary.Xlsx.IgnoredColumns);
    }

    [SkippableFact]
    public void Published_elements_have_unique_readable_ids_of_12_agencies()
    {
        var elements = PublishedDictionary.Need().Elements;

        Assert.Equal(1593, elements.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(elements, e => Assert.Matches("^[a-z0-9]+(\\.[a-z0-9]+(-[a-z0-9]+)*){1,3}$", e.Id));
        Assert.Equal(12, elements.Select(e => e.Agency).Distinct().Count());
        Assert.Equal(151, elements.Count(e => e.Agency == "SDE"));
        Assert.Contains(elements, e => e.Id == "doc.offender-based-information-system.offense");
        Assert.Contains(elements, e => e.Id == "doc.offender-based-information-system.snapshot-trend.gender");
    }

    [SkippableFact]
    public void Ids_do_not_depend_on_the_order_of_the_file()
    {
        var elements = PublishedDictionary.Need().Elements;

        var reversed = ElementIds.Assign([.. elements.Reverse()]);

        Assert.Equal(elements, reversed.Reverse());
    }

    [SkippableFact]
    public void Published_cells_keep_their_lines_and_lose_their_entities()
    {
        var elements = PublishedDictionary.Need().Elements;

        Assert.True(elements.Count(e => e.Definition.Contains('\n')) > 150);
        Assert.DoesNotContain(elements, e => e.Name.Contains('\n') || e.Definition.Contains("&#") || e.Definition.Contains("&amp;"));
    }

    [Fact]
    public void Two_spellings_of_one_agency_are_one_agency()
    {
        var reading = Read("State Department of Education,A,C,One,d,t,y\r\nState Department of Education (SDE),A,C,Two,d,t,y\r\n");

        Assert.Equal(["SDE", "SDE"], reading.Elements.Select(e => e.Agency));
        Assert.Equal(["sde.a.one", "sde.a.two"], reading.Elements.Select(e => e.Id));
    }

    [Fact]
    public void Bad_rows_are_named_by_their_number_and_the_others_are_kept()
    {
        var reading = Read("""
            DOC,P,C,"Two
            lines",d,t,y
            Ministry of Truth,P,C,N,d,t,y
            ,P,C,N,d,t,y
            DOC,P,C,,d,t,y
            DOC,P,C
            DOC,P,C,Last,d,t,y

            """);

        Assert.Equal([3, 4, 5, 6], reading.Faults.Select(f => f.Row));
        Assert.Equal(["Two lines", "Last"], reading.Elements.Select(e => e.Name));
        Assert.Contains("Ministry of Truth", reading.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_mark_that_never_closes_is_a_fault_of_its_row_not_a_long_element()
    {
        var reading = Read("DOC,P,C,First,6\" pipe,t,y\r\nDOC,P,C,\"Second,d,t,y\r\nDOC,P,C,Third,d,t,y\r\n");

        Assert.Equal("6\" pipe", Assert.Single(reading.Elements).Definition);
        Assert.Equal(3, Assert.Single(reading.Faults).Row);
    }

    [Fact]
    public void Html_entities_become_characters()
    {
        var reading = Read("DOC,P,C,Tuition &amp; Fees,&ge; 27 weeks&nbsp;,t,y\r\n");

        Assert.Equal("Tuition & Fees", reading.Elements[0].Name);
        Assert.Equal("≥ 27 weeks", reading.Elements[0].Definition);
    }

    [Fact]
    public void Columns_are_found_by_heading_and_unknown_ones_ignored()
    {
        var reading = new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(Stream(
            "Marker,Years Available,Agency,Program,Data Category,Data Element Name,Data Element Definition,Data "
                + "Type\nx,2020,DOC,P,C,N,d,t\n"));

        Assert.Equal(new CatalogueElement("doc.p.n", "DOC", "P", "C", "N", "d", "t", "2020"), Assert.Single(reading.Elements));
        Assert.Equal(["Marker"], reading.IgnoredColumns);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Agency,Program\nDOC,P\n", "Data Element Name")]
    public void A_file_of_another_shape_says_what_is_missing(string file, string expected)
    {
        var reading = new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(Stream(file));

        Assert.Empty(reading.Elements);
        Assert.Contains(expected, Assert.Single(reading.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_a_fault_not_a_crash()
    {
        var reading = new CatalogueImport(AgencyDirectory.Shipped).ReadXlsx(Stream("Agency,Program\n"));

        Assert.Equal("The file is not an XLSX workbook.", Assert.Single(reading.Faults).Message);
    }

    [Fact]
    public void Progress_tells_the_rows_read_and_ends_with_all_of_them()
    {
        var told = new List<int>();
        var rows = string.Concat(Enumerable.Range(1, 250).Select(n => $"DOC,P,C,Name {n},d,t,y\r\n"));

        new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(Stream(Heading + rows), told.Add);

        Assert.Equal([100, 200, 250], told);
    }

    [Theory]
    [InlineData("GPA_AddedValue", "gpa-added-value")]
    [InlineData("SASIDManagerId", "sasid-manager-id")]
    [InlineData("PIRL (JVSG, TAA, WIOAs, WP)", "pirl-jvsg-taa-wioas-wp")]
    [InlineData("Governor’s Scholarship", "governors-scholarship")]
    [InlineData("Año", "ano")]
    [InlineData("???", "x")]
    public void A_slug_is_lower_case_words(string name, string slug) => Assert.Equal(slug, ElementIds.Slug(name));

    [Fact]
    public void The_same_name_twice_takes_its_category_and_then_a_number()
    {
        var reading = Read("DOC,P,Links,Gender,a,t,y\r\nDOC,P,Snap,Gender,b,t,y\r\nDOC,P,Snap,Gender,a,t,y\r\n");

        Assert.Equal(["doc.p.links.gender", "doc.p.snap.gender-2", "doc.p.snap.gender"], reading.Elements.Select(e => e.Id));
    }

    private static CatalogueReading Read(string rows) => new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(Stream(Heading + rows));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
