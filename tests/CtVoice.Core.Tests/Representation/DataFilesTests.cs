using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Representation;

public sealed class DataFilesTests
{
    private const string Head = "\"id\":\"x\",\"version\":\"2\",\"source\":\"s\",\"date\":\"2026-12-01\"";

    [Fact]
    public void The_census_of_2020_adds_up()
    {
        var all = BaselineSet.Shipped.Baselines.Where(b => b.Id.StartsWith("census-2020-", StringComparison.Ordinal)).ToList();
        Assert.Equal(["census-2020-ct", "census-2020-norwich", "census-2020-new-london"], all.Select(b => b.Id));
        Assert.All(all, census =>
        {
            // Race alone, other and two or more make everybody; Hispanic or Latino is asked beside them.
            Assert.Equal(census.Total, census.Groups.Where(g => g.Population != "2135-2").Sum(g => g.Count));
            Assert.DoesNotContain(census.Groups, g => g.Population == RelCodes.MiddleEasternOrNorthAfrican);
            Assert.Contains("2020 Census", census.Source, StringComparison.Ordinal);
            // No group is compared with an answer to one combined question: nobody has published such a count of Connecticut.
            Assert.All(census.Groups, g => Assert.DoesNotContain(RaceBasis.CombinedQuestion, g.Bases!));
        });
    }

    [Theory]
    [InlineData("2180-8", "2135-2")]
    [InlineData("2071-9", "2054-5")]
    [InlineData("2129-5", "2118-8")] // Arab: not White
    [InlineData("2118-8", "2118-8")]
    [InlineData("2106-3", "2106-3")]
    [InlineData("0000-0", null)]
    public void Codes_roll_up_to_the_categories_of_2024(string code, string? category) =>
        Assert.Equal(category, RelCodes.Shipped.CategoryOf(code));

    [Fact]
    public void There_are_seven_categories_and_other() =>
        Assert.Equal(
            ["1002-5", "2028-9", "2054-5", "2135-2", "2118-8", "2076-8", "2106-3", "2131-1"],
            RelCodes.Shipped.Codes.Where(c => c.Parent is null).Select(c => c.Code));

    [Fact]
    public void Populations_have_names()
    {
        Assert.Equal("Puerto Rican", RelCodes.Shipped.NameOf("2180-8"));
        Assert.Equal("Haitian Creole speakers", RelCodes.Shipped.NameOf("lang:ht"));
        Assert.Equal("something", RelCodes.Shipped.NameOf("something"));
    }

    [Theory]
    [InlineData("""{"codes":[{"code":"1-1","name":"A"},{"code":"1-1","name":"B"}],"noAnswer":[],"languages":[],HEAD}""", "/codes/1/code")]
    [InlineData("""{"codes":[{"code":"1-1","name":"A","parent":"2-2"}],"noAnswer":[],"languages":[],HEAD}""", "/codes/0/parent")]
    [InlineData("""{"codes":[{"code":"1-1","name":"A","parent":"1-1"}],"noAnswer":[],"languages":[],HEAD}""", "/codes/0/parent")]
    [InlineData(
        """
        {"codes":[{"code":"2106-3","name":"White"},{"code":"2118-8","name":"MENA","parent":"2106-3"}],
         "noAnswer":[],"languages":[],HEAD}
        """,
        "/codes/1/parent")]
    [InlineData("""{"codes":[{"code":"","name":"A"}],"noAnswer":[],"languages":[],HEAD}""", "/codes/0")]
    [InlineData("""{"codes":[],"noAnswer":[],"languages":[],HEAD}""", "")]
    [InlineData("""{"codes":[{"code":"1-1","name":"A","colour":"red"}],"noAnswer":[],"languages":[],HEAD}""", "/codes/0/colour")]
    [InlineData("""{"noAnswer":[],"languages":[],HEAD}""", "")]
    [InlineData("null", "")]
    [InlineData("no json", "")]
    public void A_bad_list_of_codes_is_refused_at_the_right_place(string json, string pointer) => Refused<RelCodes>(json, pointer);

    [Theory]
    [InlineData(
        """
        {"baselines":[{"id":"b","name":"n","source":"s","date":"2026-01-01","place":"p","total":10,
         "groups":[{"population":"x","count":11}]}],HEAD}
        """,
        "/baselines/0/groups/0/count")]
    [InlineData("""{"baselines":[{"id":"b","name":"n","source":"s","date":"2026-01-01","place":"p","total":0,"groups":[]}],HEAD}""",
        "/baselines/0/total")]
    [InlineData("""{"baselines":[{"id":"b","name":"n","source":"","date":"2026-01-01","place":"p","groups":[]}],HEAD}""", "/baselines/0")]
    [InlineData(
        """
        {"baselines":[{"id":"b","name":"n","source":"s","date":"2026-01-01","place":"p",
         "groups":[{"population":"x","count":1},{"population":"x","count":2}]}],HEAD}
        """,
        "/baselines/0/groups/1/population")]
    [InlineData("""{"baselines":[null],HEAD}""", "/baselines/0")]
    [InlineData("""{"baselines":null,HEAD}""", "/baselines")]
    public void A_bad_set_of_baselines_is_refused_at_the_right_place(string json, string pointer) => Refused<BaselineSet>(json, pointer);

    [Theory]
    [InlineData("\"indexAtLeast\":1", "/indexAtLeast")]
    [InlineData("\"fewestInData\":10", "/fewestInData")]
    [InlineData("\"fewestInComparison\":0", "/fewestInComparison")]
    [InlineData("\"mayBeMissingAtMost\":1.5", "/mayBeMissingAtMost")]
    [InlineData("\"riskRatioLowerAbove\":-1", "/riskRatioLowerAbove")]
    [InlineData("\"reference\":\" \"", "/reference")]
    [InlineData("\"always\":[{\"code\":\"\",\"name\":\"n\"}]", "/always")]
    public void A_bad_policy_is_refused_at_the_right_place(string member, string pointer) => Refused<OverrepresentationPolicy>(
        $$"""
        {"indexAtLeast":1.2,"riskRatioLowerAbove":1,"mayBeMissingAtMost":0.8,"fewestInComparison":30,"fewestInData":11,
         "reference":"r","always":[],{{member}},HEAD}
        """,
        pointer);

    [Theory]
    [InlineData("""{"profiles":[{"source":"DSS","basis":"b","total":10,"groups":[{"population":"x","count":11}]}],HEAD}""",
        "/profiles/0/groups")]
    [InlineData(
        """{"profiles":[{"source":"DSS","basis":"b","total":10,"groups":[]},{"source":"dss","basis":"b","total":10,"groups":[]}],HEAD}""",
        "/profiles/1/source")]
    [InlineData("""{"profiles":[{"source":"DSS","basis":"b","total":10,"groups":[],"zeroMeansUpTo":-1}],HEAD}""",
        "/profiles/0/zeroMeansUpTo")]
    [InlineData("""{"profiles":[{"source":"","basis":"b","total":10,"groups":[]}],HEAD}""", "/profiles/0")]
    public void A_bad_profile_is_refused_at_the_right_place(string json, string pointer) => Refused<SourceProfiles>(json, pointer);

    [Fact]
    public void A_replacement_is_read_with_its_version()
    {
        var read = DataFiles.Read<BaselineSet>($$"""{"baselines":[],{{Head}}}""");

        Assert.True(read.IsGood);
        Assert.Equal(new Edition("x", "2"), read.File.Edition());
        Assert.False(DataFiles.Read<BaselineSet>("""{"baselines":[],"id":"x","version":"","source":"s","date":"2026-12-01"}""").IsGood);
    }

    private static void Refused<T>(string json, string pointer)
        where T : DataFile
    {
        var read = DataFiles.Read<T>(json.Replace("HEAD", Head, StringComparison.Ordinal));

        Assert.Null(read.File);
        Assert.Equal(pointer, Assert.Single(read.Faults).Pointer);
    }
}
