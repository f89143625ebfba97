using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Tests.Projects.Catalogue;

namespace CtVoice.Core.Tests.Projects.Intake;

public sealed class PersonLevelValuesTests
{
    private static readonly DateOnly Today = new(2027, 1, 4);

    [Theory]
    [InlineData("SSN 219-09-9999")]
    [InlineData("219 09 9999")]
    [InlineData("219.09.9999")]
    [InlineData("219099999")]
    [InlineData("ssn:219099999.")]
    [InlineData("219–09–9999")]
    [InlineData("219-09\u200B-9999")]
    [InlineData("２１９-０９-９９９９")]
    [InlineData("219/09/9999")]
    [InlineData("219_09_9999")]
    [InlineData("219-09-\n9999")]
    [InlineData("last four: XXX-XX-9999")]
    [InlineData("***-**-9999")]
    [InlineData("ITIN 912-70-1234")]
    [InlineData("DOB: 03/14/1988")]
    [InlineData("date of birth 1988-03-14")]
    [InlineData("fecha de nacimiento: 14/03/1988")]
    [InlineData("DOB: March 14, 1988")]
    [InlineData("case number: 00458812")]
    [InlineData("Medicaid ID # 004588121")]
    [InlineData("Maria Garcia, 03/14/1988, Hartford")]
    [InlineData("Garcia,Maria,3/14/88,F")]
    [InlineData("maria garcia\t1988-03-14\tHartford\njohn smith\t1990-01-02\tBristol")]
    [InlineData("Ana Ruiz, 3/1/1990; Bo Li, 4/2/1991")]
    [InlineData("Ana Ruiz | ana@example.org | Hartford\nBo Li | bo@example.org | Bristol")]
    [InlineData("Ana Ruiz 3/1/1990\nBo Li 4/2/1991")]
    [InlineData("Ana Ruiz (3/1/1990)\nBo Li (4/2/1991)")]
    [InlineData("1. Ana Ruiz, 3/1/1990\n2. Bo Li, 4/2/1991")]
    [InlineData("- Ana Ruiz, 3/1/2025\n- Bo Li, 4/2/2025\n- Cy Day, 4/3/2025")]
    [InlineData("{\"name\":\"Ana Ruiz\",\"dob\":\"1990-03-01\"}")]
    [InlineData("Ana Ruiz was born on March 1, 1990")]
    [InlineData("Ruiz, Ana, 00458812")]
    [InlineData("first_name,last_name,town\nAna,Ruiz,06103\nBo,Li,06106")]
    [InlineData("\"Ruiz\",\"Ana\",\"A0045881\"")]
    [InlineData("10004231, 10004232, 10004237, 10004251, 10004260")]
    [InlineData("10004231\n10004232\n10004237\n10004251\n10004260")]
    [InlineData("100421 100422 100423 100424 100425 100426 100427 100428 100429 100430")]
    [InlineData("ana@example.org, bo@example.org, cy@example.org")]
    [InlineData("860-555-0101; (860) 555-0102; 203.555.0103")]
    public void Values_of_single_people_are_found(string text) => Assert.NotEmpty(PersonLevelValues.Find(text, Today));

    [Theory]
    [InlineData("SSN")]
    [InlineData("Social security number, date of birth and name are used to match records, then dropped.")]
    [InlineData("2700 - Social Security Number")]
    [InlineData("Date of birth (MM/DD/YYYY)")]
    [InlineData("DOB: 01/01/1990 to 12/31/2000")]
    [InlineData("People born between 01/01/1990 and 12/31/2000")]
    [InlineData("An SSN has the form 000-00-0000, and 666-12-3456 is never given out.")]
    [InlineData("Call 860-555-0142 or write to data@example.org.")]
    [InlineData("Hartford 121054, New Haven 134023, Bridgeport 148654 people in 2020")]
    [InlineData("Budget $250000000 over three years; 3605944 residents")]
    [InlineData("NAICS codes 624221, 624229, 624230, 624310, 624410, 721310, 722310, 722511, 722513, 722515")]
    [InlineData("NDC codes 00173071920, 00173071921, 00173071922, 00186037020, 00186037028")]
    [InlineData("Census tracts 09003500100, 09003500200, 09003500300, 09003500400, 09003500500")]
    [InlineData("CGS 17b-90; 7 CFR 272.1(c); 24 CFR 578.103")]
    [InlineData("Hartford, 2024, 1200\nBristol, 2024, 340\nNorwich, 2024, 210")]
    [InlineData("The board met on 3/4/2026 in Hartford, with DSS, DCF and CCEH, and agreed.")]
    [InlineData("06103-1234")]
    [InlineData("Approved by DSS, DOL and DCF, 3/4/2026")]
    [InlineData("Signed in New Haven, CT, 3/4/2026")]
    [InlineData("Sessions: New Haven, 3/4/2026\nWest Hartford, 3/5/2026")]
    [InlineData("Questions go to Ana Ruiz, Research Lead, ana@example.org")]
    [InlineData("Children born on or after 1/1/2019; children born 1/1/2019 or later")]
    [InlineData("Quarter, Year, Wage, NAICS Code, Date of Birth, First name, Last name")]
    public void Names_of_elements_totals_codes_and_dates_are_not_values(string text) => Assert.Empty(PersonLevelValues.Find(text, Today));

    [Fact]
    public void Nine_digits_in_a_field_of_references_are_a_reference()
    {
        Assert.Empty(PersonLevelValues.Find("219099999", Today, isReference: true));
        Assert.NotEmpty(PersonLevelValues.Find("219-09-9999", Today, isReference: true));
    }

    [SkippableFact]
    public void Every_name_and_definition_of_the_published_dictionary_passes_intake()
    {
        var elements = PublishedDictionary.Need().Elements;
        var policy = IntakePolicy.Default with { MaxElements = 2000 };
        var request = SampleProjects.Read("snap-homelessness") with
        {
            Data = [.. elements.Select(e => new DataItem
                { NotInCatalogue = true, Source = e.Agency, Name = e.Name, Description = e.Definition, WhyNeeded =
                    "Asked for in a test." })],
        };

        Assert.Empty(ProjectIntake.Check(request, SampleProjects.Catalogue, policy, SampleProjects.Dates));
    }

    [Theory]
    [InlineData("219-09-9999")]
    [InlineData("Maria Garcia, 03/14/1988, Hartford")]
    public void What_is_found_is_never_repeated(string text)
    {
        var request = SampleProjects.Read("snap-homelessness") with { Purpose = text, Agency = text };

        Assert.All(SampleProjects.Check(request), fault => Assert.DoesNotContain("9999", fault.Message, StringComparison.Ordinal));
        Assert.Contains(SampleProjects.Check(request), fault => fault.Pointer == "/purpose");
        Assert.All(SampleProjects.Check(request), fault => Assert.DoesNotContain("1988", fault.Message, StringComparison.Ordinal));
    }
}
