using System.Text.Json.Nodes;
using CtVoice.Core.Json;

namespace CtVoice.Core.Tests.Json;

public sealed class JsonDifferenceTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", "")] // the order of names says nothing
    [InlineData("""{"a":1}""", """{"a":2}""", "a: 1 > 2")]
    [InlineData("""{"a":{"b":"x"}}""", """{"a":{}}""", "a / b: \"x\" > ")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2]}""", "a: [1,2] > [2]")]
    [InlineData("""{"a":[{"code":"x","n":1}]}""", """{"a":[{"code":"new"},{"code":"x","n":2}]}""",
        "a / x / n: 1 > 2; a / new:  > {\"code\":\"new\"}")]
    [InlineData("""{"a":[{"n":1},{"n":2}]}""", """{"a":[{"n":1},{"n":3}]}""", "a / 2 / n: 2 > 3")]
    // a name that comes twice names nothing
    [InlineData("""{"a":[{"id":"x"},{"id":"x"}]}""", """{"a":[{"id":"x"},{"id":"y"}]}""", "a / 2 / id: \"x\" > \"y\"")]
    public void Two_texts_differ_where_a_person_would_say_so(string before, string after, string expected) => Assert.Equal(
        expected, string.Join("; ", JsonDifference.Between(JsonNode.Parse(before), JsonNode.Parse(after))
            .Select(d => $"{d.At}: {d.Before} > {d.After}")));
}
