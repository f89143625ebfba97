using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Foia;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Records;

/// <summary>The record of a review as public records law asks for it.</summary>
public sealed class FoiaTests
{
    [Fact]
    public async Task Released_words_are_given_and_every_withheld_passage_is_listed_with_its_exemption()
    {
        await using var story = await ReviewStory.AskedAsync();
        var members = await story.TextersAsync();
        await story.AnswersAsync(members[0], "2 only if the north shelter is left out");
        await story.AnswersAsync(members[1], "2 only if the south shelter is left out");
        await story.AnswersAsync(members[2], "3 nobody asked in the east shelter");
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await story.CoordinatorAsync("replies/1/release", new() { ["nobodyMeant"] = "It names a place." });
        await story.CoordinatorAsync("replies/3/release", new() { ["nobodyMeant"] = "It names a place." });
        await story.AdvanceAsync(TimeSpan.FromDays(7));
        await story.EraseAsync(members[2]);

        var text = await story.GetAsync("coordinator", $"/api/reviews/{story.Id}/foia");

        var record = JsonNode.Parse(text)!;
        Assert.Contains("north shelter", record["replies"]![0]!["words"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(record["replies"]![1]!["words"]);
        Assert.Null(record["replies"]![2]!["words"]);
        foreach (var withheld in new[] { "south shelter", "east shelter" })
            Assert.DoesNotContain(withheld, text, StringComparison.Ordinal);
        var passages = record["withheld"]!.AsArray()
            .Select(w => (w!["where"]!.GetValue<string>(), w["exemption"]?.GetValue<string>(), w["because"]!.GetValue<string>())).ToList();
        Assert.Contains(("/replies/1/words", "CGS 1-210(b)(2)", Exemptions.Shipped.For("unreleased-words").Because), passages);
        Assert.Contains(("/replies/2/words", "CGS 1-210(b)(2)", Exemptions.Shipped.For("sealed-words").Because), passages);
        Assert.DoesNotContain(passages, p => p.Item1 == "/replies/0/words");
        Assert.Equal(await story.Service<ReviewStore>().ReadLedgerAsync(story.Id), record["ledger"]!.AsArray()
            .Select(e => new Core.Ledger.LedgerEntry(
            e!["number"]!.GetValue<int>(), e["text"]!.GetValue<string>(), e["hash"]!.GetValue<string>())));
    }

    [Fact]
    public async Task No_form_of_it_names_a_member()
    {
        await using var story = await ReviewStory.AskedAsync();
        foreach (var member in await story.TextersAsync())
            await story.AnswersAsync(member, "1");
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        var contacts = story.Service<ContactStore>();
        var names = new List<string>();
        foreach (var member in (await story.StateAsync()).Invitations.Select(i => i.MemberId))
        {
            var contact = await contacts.ForSendingAsync(member);
            names.AddRange(new[] { $"\"{member}\"", $">{member}<", $" {member} ", contact?.Name, contact?.Phone, contact?.Email }
                .OfType<string>());
        }

        foreach (var format in new[] { "json", "html" })
        {
            var text = await story.GetAsync("auditor", $"/api/reviews/{story.Id}/foia?format={format}");
            Assert.Contains("resident-", text, StringComparison.Ordinal);
            Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase));
        }
        Assert.Contains("<h2>What is withheld</h2>", await story.GetAsync("auditor", $"/api/reviews/{story.Id}/foia?format=html"),
            StringComparison.Ordinal);
        Assert.Contains("A format is json or html", await story.GetAsync("auditor", $"/api/reviews/{story.Id}/foia?format=pdf"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroyed_words_are_told_as_such()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 only without the shelters");
        await story.EraseAsync(member);
        Assert.Equal(HttpStatusCode.OK,
            (await story.SendAsync("coordinator", $"/api/members/{member}/dispose", new JsonObject
            { ["authority"] = "RC-108 2027-014" })).Status);

        var passages = JsonNode.Parse(await story.GetAsync("auditor", $"/api/reviews/{story.Id}/foia"))!["withheld"]!.AsArray();
        var gone = Assert.Single(passages, p => p!["where"]!.GetValue<string>() == "/replies/0/words")!;
        Assert.Null(gone["exemption"]);
        Assert.Contains("CGS 11-8b", gone["because"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("panel-reason")]
    [InlineData("unreleased-words")]
    [InlineData("not-quoted-words")]
    [InlineData("sealed-words")]
    [InlineData("draft")]
    public void Every_kind_of_passage_has_an_exemption_with_its_source(string passage)
    {
        var exemption = Exemptions.Shipped.For(passage);
        Assert.StartsWith("CGS 1-210(b)(", exemption.Code, StringComparison.Ordinal);
        Assert.NotEmpty(exemption.Because);
        Assert.NotEmpty(Exemptions.Shipped.Source);
    }
}
