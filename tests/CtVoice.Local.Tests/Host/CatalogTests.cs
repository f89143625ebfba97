using System.Text.Json;
using CtVoice.Core.Accountability;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Host;

/// <summary>What both hosts register works with what the local host offers.</summary>
public sealed class CatalogTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private static readonly DateTimeOffset At = new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero);

    /// <summary>One of each input and result, by activity.</summary>
    private static readonly Dictionary<Type, object> Samples = new object[]
    {
        new ReviewMoment("r-1", At), new InvitationMoment("r-1", "m-1", At), new AddresseeMoment("r-1", 2, 1, At),
        new TextsNotice("r-1", Escalate: true, At), new MemberMessage("r-1", "m-1", MessagePurpose.Invitation, At),
        new AddresseeNotice("r-1", 2, new("reminder", At, At), At), new Sending(At), true,
        new ReviewInput("r-1", "review/1"), new InvitationInput("r-1", "m-1", 2, "review/1"),
        new Core.Workflows.AccountabilityInput("r-1", 3, 1, "review/1"),
        new ReviewSchedule(ReviewStage.Open, CloseAt: At), new InvitationSchedule(Over: false, MessagePurpose.Outcome, At),
        new Core.Accountability.AddresseeSchedule(new Core.Accountability.ClockStep("reminder", At, At)),
    }.ToDictionary(s => s.GetType());

    public static TheoryData<string> Activities => new(ReviewWorkflows.Catalog.Activities.Select(a => a.Name));

    [Theory]
    [MemberData(nameof(Activities))]
    public void Inputs_and_results_come_back_as_they_were(string activity)
    {
        var entry = ReviewWorkflows.Catalog.FindActivity(activity)!;
        Assert.All([entry.InputType, entry.ResultType], ComesBack);
    }

    [Fact]
    public void Inputs_of_workflows_come_back_as_they_were() =>
        Assert.All(ReviewWorkflows.Catalog.Workflows.Select(w => w.InputType), ComesBack);

    /// <summary>A review that is not there has nothing to do, so every activity can be made and run to its end.</summary>
    [Fact]
    public async Task Every_activity_is_made_from_the_services_of_the_local_host()
    {
        await using var installation = await Installation.StartAsync(prepared);
        foreach (var entry in ReviewWorkflows.Catalog.Activities)
        {
            var result = await entry.RunAsync(installation.Host.Services, Samples[entry.InputType], default);
            Assert.IsType(entry.ResultType, result);
        }
        Assert.Empty(await installation.Service<ReviewStore>().AllIdsAsync());
    }

    private static void ComesBack(Type type)
    {
        var text = JsonSerializer.Serialize(Samples[type], type, WorkflowJson.Options);
        Assert.Equal(Samples[type], JsonSerializer.Deserialize(text, type, WorkflowJson.Options));
    }
}
