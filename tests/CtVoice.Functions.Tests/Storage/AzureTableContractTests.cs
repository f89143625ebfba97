using CtVoice.Core.Storage;
using CtVoice.Testing.Tables;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>The contract of every table, on Azurite.</summary>
[Collection(Azurite.Collection)]
public sealed class AzureTableContractTests(Azurite azurite) : TableContract, IAsyncLifetime
{
    private ITable? table;

    protected override ITable Table => table!;

    public async Task InitializeAsync() => table = await azurite.NewTableAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
