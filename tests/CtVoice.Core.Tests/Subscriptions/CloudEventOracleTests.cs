using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using CloudNative.CloudEvents.SystemTextJson;
using CtVoice.Core.Json;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Subscriptions;

/// <summary>What we post against the CloudEvents SDK: it reads every event, and writes it again as we wrote it.</summary>
public sealed class CloudEventOracleTests
{
    private static readonly JsonEventFormatter Library = new(WorkflowJson.Options, default);

    public static TheoryData<string> Types => [.. ReviewEvent.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public void An_event_of_every_type_is_read_and_written_again_alike(string type)
    {
        var review = Given.Reported();

        foreach (var recommendation in new int?[] { null, 1 })
            Agrees(new ReviewEvent($"{review.Id}-step-1", type, Given.Now.AddTicks(1), recommendation).Body(review), type);
    }

    [Fact]
    public void So_is_an_event_that_only_tries_a_subscription_out() =>
        Agrees(ReviewEvent.TestBody("e-1", "s-1", Given.Now), ReviewEvent.Test);

    private static void Agrees(string body, string type)
    {
        var read = Library.DecodeStructuredModeMessage(Encoding.UTF8.GetBytes(body), new ContentType("application/cloudevents+json"), null);

        Assert.True(read.IsValid);
        Assert.Equal(type, read.Type);
        var written = JsonNode.Parse(Library.EncodeStructuredModeMessage(read, out var contentType).Span)!.AsObject();
        Assert.Equal("application/cloudevents+json", contentType.MediaType);
        var ours = JsonNode.Parse(body)!.AsObject();
        // Difference: the library writes an instant with Z, we with +00:00. RFC 3339 has both.
        Assert.Equal(ours["time"]!.GetValue<DateTimeOffset>(), written["time"]!.GetValue<DateTimeOffset>());
        Assert.True(ours.Remove("time") && written.Remove("time"));
        Assert.True(JsonNode.DeepEquals(ours, written), $"{ours.ToJsonString()} is written as {written.ToJsonString()}");
    }
}
