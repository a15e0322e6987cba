import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.ts';
import { CreateOrganization } from './create-organization.ts';
import { CreatePerson } from './create-person.ts';
import { GetOrganization } from './get-organization.ts';
import { GetPerson } from './get-person.ts';
import { ListOrganizations } from './list-organizations.ts';
import { ListPeople } from './list-people.ts';
import { PersonalNumbers } from './personal-numbers.ts';
import { SearchOrganizations } from './search-organizations.ts';
import { GetSettings } from './get-settings.ts';
import { UpdateSettings } from './update-settings.ts';
import { UpdateOrganization } from './update-organization.ts';
import { UpdatePerson } from './update-person.ts';
import { PreviewOrganizationMove } from './preview-organization-move.ts';
import { MoveOrganization } from './move-organization.ts';
import { MergeOrganization } from './merge-organization.ts';
import { SplitOrganization } from './split-organization.ts';
import { CloseOrganization } from './close-organization.ts';
import { GetOrganizationHistory } from './get-organization-history.ts';
import { AddLeader } from './add-leader.ts';
import { EndLeader } from './end-leader.ts';
import { FindTransferTarget } from './find-transfer-target.ts';
import { ListTransfers } from './list-transfers.ts';
import { RequestTransfer } from './request-transfer.ts';
import { DecideTransfer } from './decide-transfer.ts';
import { WithdrawTransfer } from './withdraw-transfer.ts';
import { CorrectMembership } from './correct-membership.ts';
import { SetExemption } from './set-exemption.ts';
import { EndExemption } from './end-exemption.ts';
import { StartFloating } from './start-floating.ts';
import { EndFloating } from './end-floating.ts';
import { DeactivatePerson } from './deactivate-person.ts';
import { ReactivatePerson } from './reactivate-person.ts';
import { ListDuplicates } from './list-duplicates.ts';
import { MergePerson } from './merge-person.ts';
import { UndoMerge } from './undo-merge.ts';
import { CreateEmployer } from './create-employer.ts';
import { ListEmployers } from './list-employers.ts';
import { RemoveEmployer } from './remove-employer.ts';
import { UpdateEmployer } from './update-employer.ts';
import { RefreshExemptions } from './refresh-exemptions-job.ts';

@Module({
  imports: [NoticesModule],
  controllers: [
    ListOrganizations,
    SearchOrganizations,
    GetOrganization,
    CreateOrganization,
    UpdateOrganization,
    ListPeople,
    GetPerson,
    CreatePerson,
    UpdatePerson,
    PreviewOrganizationMove,
    MoveOrganization,
    MergeOrganization,
    SplitOrganization,
    CloseOrganization,
    GetOrganizationHistory,
    AddLeader,
    EndLeader,
    FindTransferTarget,
    ListTransfers,
    RequestTransfer,
    DecideTransfer,
    WithdrawTransfer,
    CorrectMembership,
    SetExemption,
    EndExemption,
    StartFloating,
    EndFloating,
    DeactivatePerson,
    ReactivatePerson,
    ListDuplicates,
    MergePerson,
    UndoMerge,
    GetSettings,
    UpdateSettings,
    ListEmployers,
    CreateEmployer,
    UpdateEmployer,
    RemoveEmployer,
  ],
  providers: [PersonalNumbers, RefreshExemptions],
  exports: [PersonalNumbers],
})
export class PeopleModule {}
