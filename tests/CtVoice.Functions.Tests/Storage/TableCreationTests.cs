using Azure;
using CtVoice.Functions.Storage;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>The first start after a deployment, while the role of the app is not known everywhere yet.</summary>
public sealed class TableCreationTests
{
    [Fact]
    public async Task A_start_before_the_role_has_arrived_tries_again_until_it_has()
    {
        var service = new TableServiceStub().Status(403, "AuthorizationPermissionMismatch").Status(403, "AuthorizationPermissionMismatch")
            .Created();

        await TableCreation.RunAsync([service.Client()], service.Clock);

        Assert.True(service.IsDone);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task A_role_that_never_arrives_stops_the_start_before_the_host_gives_up()
    {
        var service = new TableServiceStub();
        foreach (var _ in Enumerable.Range(0, 100))
            service.Status(403, "AuthorizationPermissionMismatch");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => TableCreation.RunAsync([service.Client()], service.Clock));

        Assert.Equal(403, refused.Status);
        Assert.Equal(1 + (TableCreation.Patience / TableCreation.Pause), service.Requests.Count);
    }

    [Fact]
    public async Task Every_other_refusal_stops_the_start_at_once()
    {
        var service = new TableServiceStub().Status(400, "InvalidResourceName");

        await Assert.ThrowsAsync<RequestFailedException>(() => TableCreation.RunAsync([service.Client()], service.Clock));

        Assert.Single(service.Requests);
    }
}
