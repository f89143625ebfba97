using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.RealPeople;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Tests.Settings;

/// <summary>No message reaches a resident before people have vouched for everything that must be.</summary>
public sealed class RealPeopleTests
{
    private static readonly DateOnly Day = new(2027, 1, 11);

    private static readonly PreconditionAnswer Word =
        new("Dana Whitfield, OPM", Day, "Yes.", new(2027, 1, 11, 15, 0, 0, TimeSpan.Zero), "k-1");

    private readonly TableSet tables = new(new MemoryTable(), new MemoryTable());

    [Fact]
    public async Task Providers_start_only_once_each_point_is_answered_and_the_refusal_names_those_that_are_not_and_where()
    {
        await using var services = Host();

        Assert.Equal(
            "Product:Senders: messages reach residents once each of these is answered with a name and a date on "
            + "https://board.example.org/desk/before-real-people, where Practice or Simulated lets you do that: "
            + string.Join("; ", Precondition.All.Select(p => p.Name)) + ".",
            await RefusalAsync(services));
        foreach (var point in Precondition.All.SkipLast(1))
            await services.GetRequiredService<PreconditionAnswers>().AddAsync(point.Id, Word);
        Assert.EndsWith("lets you do that: Practice review done.", await RefusalAsync(services), StringComparison.Ordinal);
        await services.GetRequiredService<PreconditionAnswers>().AddAsync(Precondition.All[^1].Id, Word);
        Assert.Null(await RefusalAsync(services));
    }

    [Fact]
    public async Task An_approved_list_answers_for_who_is_on_call()
    {
        await using var services = Host();
        foreach (var point in Precondition.All.Where(p => p.Id != Precondition.OnCall))
            await services.GetRequiredService<PreconditionAnswers>().AddAsync(point.Id, Word);
        Assert.EndsWith("that: On-call list.", await RefusalAsync(services), StringComparison.Ordinal);

        await services.GetRequiredService<OnCallStore>().ApproveAsync(OnCallList.Empty, new("Dana Whitfield, OPM", Day, Word.At, "k-2"));

        Assert.Null(await RefusalAsync(services));
    }

    [Fact]
    public async Task Answers_given_with_simulated_phones_count_when_the_same_store_starts_with_providers()
    {
        await using var simulated = Host();
        foreach (var point in Precondition.All)
            await simulated.GetRequiredService<PreconditionAnswers>().AddAsync(point.Id, Word);

        await using var real = Host(SettingsTests.Providers);

        Assert.Null(await RefusalAsync(real));
    }

    [Fact]
    public async Task For_practice_texts_leave_to_staff_alone_and_nothing_needs_an_answer()
    {
        await using var services = Host([.. SettingsTests.Providers, ("Product__Senders", "Practice")]);
        Assert.Null(await RefusalAsync(services));
        await services.GetRequiredService<OnCallStore>()
            .ChangeAsync(_ => new([new("oc-1", "Renee Okafor", "+18605550171", "renee@example.org", "OPM", [])]));
        var staff = services.GetRequiredService<StaffReach>();

        Assert.IsType<SendOutcome.Held>(await services.GetRequiredService<ISmsSender>()
            .SendAsync(new("r-1/m-01/ask/1", "+12035551234", "A question.")));
        Assert.True(await staff.HasPhoneAsync("+18605550171"));
        Assert.True(await staff.HasAddressAsync("Renee@example.org"));
        Assert.True(await staff.HasAddressAsync("coordinator@example.org"));
        Assert.False(await staff.HasAddressAsync("robin@example.org"));
    }

    private ServiceProvider Host(params (string, string?)[] settings) =>
        new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With(settings.Length == 0 ? SettingsTests.Providers : settings))
            .AddSingleton(tables).BuildServiceProvider(validateScopes: true);

    private static async Task<string?> RefusalAsync(IServiceProvider services)
    {
        try
        {
            // The tables are in memory and need not be made; the adapter of email may be left out of this build.
            foreach (var step in services.GetServices<BeforeStart>().Skip(1).Take(1))
                await step.DoAsync(services);
            return null;
        }
        catch (ValidationException refused)
        {
            return refused.Message.StartsWith("Product:Senders: this host was built", StringComparison.Ordinal) ? null : refused.Message;
        }
    }
}
