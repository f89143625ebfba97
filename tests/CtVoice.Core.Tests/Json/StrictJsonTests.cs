using System.Text;
using System.Text.Json.Serialization;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Tests.Json;

public sealed class StrictJsonTests
{
    private enum Colour { DarkRed, Blue }

    private sealed record Part(string Name, int Size);

    private sealed record Whole(
        string Title, int Count, string? Note, Colour Colour, IReadOnlyList<Part> Parts,
        IReadOnlyList<string?>? Words = null, DateOnly? Day = null, DateTimeOffset? At = null, double Ratio = 0,
        IReadOnlyDictionary<string, int>? Sizes = null, System.Text.Json.JsonElement? Extra = null);

    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    private abstract record Shape;

    private sealed record Circle(int Radius) : Shape;

    private sealed record Square(int Side) : Shape;

    private const string Good = """{"title":"t","count":1,"colour":"dark-red","parts":[{"name":"n","size":2}]}""";

    [Fact]
    public void A_good_text_becomes_the_record()
    {
        var read = Read(Good);

        Assert.Empty(read.Faults);
        Assert.Equal(("t", Colour.DarkRed, new Part("n", 2)), (read.Value!.Title, read.Value.Colour, read.Value.Parts[0]));
        Assert.Null(read.Value.Note);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var read = Read("""{"titel":"t","count":"1","colour":"dark","parts":[{"name":null,"size":2147483648},7],"note":null,"note":"x"}""");

        Assert.Null(read.Value);
        Assert.Equal(
            ["/titel", "/count", "/colour", "/parts/0/name", "/parts/0/size", "/parts/1", "/note", "/title"],
            read.Faults.Select(f => f.Pointer));
        Assert.Contains("did you mean 'title'", read.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("one of: dark-red, blue", read.Faults[2].Message, StringComparison.Ordinal);
        Assert.Contains("from -2147483648 to 2147483647", read.Faults[4].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"count\":1", "\"count\":1.5", "/count")]
    [InlineData("\"count\":1", "\"count\":null", "/count")]
    [InlineData("\"count\":1", "\"count\":true", "/count")]
    [InlineData("\"count\":1", "\"Count\":1", "/Count")]
    [InlineData("\"dark-red\"", "0", "/colour")]
    [InlineData("\"dark-red\"", "\"0\"", "/colour")]
    [InlineData("\"dark-red\"", "\"Blue\"", "/colour")]
    [InlineData("\"dark-red\"", "\"dark-red, blue\"", "/colour")]
    [InlineData("\"t\"", "\"\\ud800\"", "/title")]
    [InlineData("\"t\"", "[]", "/title")]
    [InlineData("\"count\":1", "\"count\":1,\"ratio\":1e999", "/ratio")]
    [InlineData("\"count\":1", "\"count\":1,\"day\":\"2027-02-30\"", "/day")]
    [InlineData("\"count\":1", "\"count\":1,\"at\":\"2027-03-01T12:00:00\"", "/at")]
    [InlineData("\"count\":1", "\"count\":1,\"sizes\":{\"a/b\":\"x\"}", "/sizes/a~1b")]
    [InlineData("\"count\":1", "\"count\":1,\"extra\":{\"a\":1,\"a\":2}", "/extra/a")]
    [InlineData("\"count\":1", "\"count\":1,\"extra\":[{\"a\":\"\\udc00\"}]", "/extra/0/a")]
    [InlineData("[{", "[null,{", "/parts/0")]
    public void One_fault_is_named_by_its_place(string good, string bad, string pointer)
    {
        var read = Read(Good.Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(read.Value);
        Assert.Equal(pointer, read.Faults[0].Pointer);
    }

    [Fact]
    public void Null_is_taken_where_the_type_allows_it()
    {
        var read = Read("""{"title":"t","count":1,"colour":"blue","parts":[],"note":null,"words":["a",null],"day":null}""");

        Assert.Empty(read.Faults);
        Assert.Equal(["a", null], read.Value!.Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("{\"title\":\"t\",}")]
    [InlineData("{/* why */}")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_is_not_one_object_is_one_fault_of_the_whole(string text) => Assert.Equal("", Assert.Single(Read(text).Faults).Pointer);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() =>
        Assert.Contains("UTF-8", Assert.Single(StrictJson.Read<Whole>(new byte[] { (byte)'"', 0xC3, (byte)'"' }).Faults).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Empty(StrictJson.Read<Whole>(Encoding.UTF8.GetBytes("\uFEFF" + Good)).Faults);

    [Fact]
    public void Nesting_without_end_is_refused_without_reading_it_all()
    {
        var deep = new string('[', 200_000);

        Assert.Contains("nested without end", Assert.Single(Read(deep).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_bounded_and_named_by_its_place()
    {
        var deep = new string('[', 100) + new string(']', 100);

        var fault = Assert.Single(Read(Good.Replace("\"count\":1", "\"count\":1,\"extra\":" + deep, StringComparison.Ordinal)).Faults);

        Assert.StartsWith("/extra/0/0", fault.Pointer, StringComparison.Ordinal);
        Assert.Contains("32 levels", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_up_to_the_bound_is_read()
    {
        var deep = new string('[', StrictJson.MaxDepth - 1) + new string(']', StrictJson.MaxDepth - 1);

        Assert.Empty(Read(Good.Replace("\"count\":1", "\"count\":1,\"extra\":" + deep, StringComparison.Ordinal)).Faults);
    }

    [Fact]
    public void An_array_without_end_is_refused_as_a_whole()
    {
        var parts = string.Join(',', Enumerable.Repeat("7", StrictJson.MaxItems + 1));

        var fault = Assert.Single(Read(Good.Replace("{\"name\":\"n\",\"size\":2}", parts, StringComparison.Ordinal)).Faults);

        Assert.Equal("/parts", fault.Pointer);
    }

    [Fact]
    public void Faults_without_end_are_counted()
    {
        var parts = string.Join(',', Enumerable.Repeat("7", 150));

        var faults = Read(Good.Replace("{\"name\":\"n\",\"size\":2}", parts, StringComparison.Ordinal)).Faults;

        Assert.Equal(StrictJson.MaxFaults + 1, faults.Count);
        Assert.Equal("And 50 more faults.", faults[^1].Message);
    }

    [Theory]
    [InlineData("""{"$type":"square","side":2}""")]
    [InlineData("""{"side":2,"$type":"square"}""")]
    public void One_of_several_shapes_is_read_by_its_word(string text) =>
        Assert.Equal(new Square(2), StrictJson.Read<Shape>(Encoding.UTF8.GetBytes(text)).Value);

    [Theory]
    [InlineData("""{"side":2}""", "/$type")]
    [InlineData("""{"$type":"oval"}""", "/$type")]
    [InlineData("""{"$type":"square","side":2,"radius":1}""", "/radius")]
    public void A_shape_that_does_not_exist_is_a_fault(string text, string pointer) =>
        Assert.Equal(pointer, Assert.Single(StrictJson.Read<Shape>(Encoding.UTF8.GetBytes(text)).Faults).Pointer);

    [Fact]
    public void A_fault_never_repeats_a_value() =>
        Assert.DoesNotContain(Read(Good.Replace("\"count\":1", "\"count\":\"123-45-6789\"", StringComparison.Ordinal)).Faults,
            f => f.Message.Contains("6789", StringComparison.Ordinal));

    [Fact]
    public void A_project_request_is_read_with_its_own_converters()
    {
        var read = StrictJson.Read<ProjectRequest>(
            """
            {"title":"t","kind":"initial","destroyBy":"2028-01-31",
             "people":{"description":"d","total":"unknown-yet","groups":[{"population":"2054-5","count":"12"}]}}
            """u8.ToArray());

        Assert.Equal("/people/groups/0/count", Assert.Single(read.Faults).Pointer);
    }

    private static Read<Whole> Read(string text) => StrictJson.Read<Whole>(Encoding.UTF8.GetBytes(text));
}
