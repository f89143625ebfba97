using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

public sealed class ReviewStatesTests
{
    private readonly ReviewStates states = new();

    [Fact]
    public void The_same_text_is_read_once()
    {
        var text = Text("First");

        Assert.Same(states.Of("r-1", text), states.Of("r-1", new(text)));
    }

    [Fact]
    public void Another_text_of_a_review_gives_another_state_also_when_it_comes_back()
    {
        Assert.Equal("First", states.Of("r-1", Text("First")).Title);
        Assert.Equal("Second", states.Of("r-1", Text("Second")).Title);
        Assert.Equal("First", states.Of("r-1", Text("First")).Title);
    }

    [Fact]
    public void Thousands_of_reviews_are_not_mixed_up()
    {
        var ids = Enumerable.Range(0, 2000).Select(i => $"r-{i}").ToList();
        foreach (var id in ids)
            Assert.Equal(id, states.Of(id, Text("Title", id)).Id);
        Assert.All(ids, id => Assert.Equal(id, states.Of(id, Text("Title", id)).Id));
    }

    private static string Text(string title, string id = "r-1") =>
        JsonSerializer.Serialize(Given.Open() with { Id = id, Title = title }, WorkflowJson.Options);
}
