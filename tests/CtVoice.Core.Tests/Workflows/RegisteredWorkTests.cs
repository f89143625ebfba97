using System.Reflection;
using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Tests.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Core.Tests.Workflows;

/// <summary>Areas register what they do: for every kind of due row, and of effect, somebody does.</summary>
public sealed class RegisteredWorkTests
{
    /// <summary>What is registered of a type. Whatever it needs is looked for when it works, so none of it has to exist here.</summary>
    private static IEnumerable<T> Registered<T>() => new ServiceCollection().AddCtVoice(Desk.Options)
        .Where(service => service.ServiceType == typeof(T)).Select(service => (T)service.ImplementationFactory!(null!));

    [Fact]
    public void Every_kind_of_due_row_has_one_who_does_its_work()
    {
        var kinds = typeof(CtVoiceServices).Assembly.GetTypes()
            .Select(type =>
                type.GetField("DueKind", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    ?.GetRawConstantValue())
            .OfType<string>().Order(StringComparer.Ordinal).ToList();

        Assert.True(kinds.Count >= 12, "The kinds are not found where they are named.");
        Assert.Equal(kinds, Registered<DueWork>().Select(work => work.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_effect_is_applied_by_somebody()
    {
        var kinds = typeof(Effect).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Effect))).Select(type => type.Name)
            .Order(StringComparer.Ordinal).ToList();

        Assert.True(kinds.Count >= 11, "The kinds are not found where they are declared.");
        Assert.Equal(kinds, Registered<EffectHandler>().Select(handler => handler.Kind.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Members_are_written_to_in_the_languages_that_have_words() =>
        Assert.Equal(Core.Conversations.Words.Phrases.Reviewed.Keys.Order(StringComparer.Ordinal),
            WrittenLanguages.All.Order(StringComparer.Ordinal));
}
