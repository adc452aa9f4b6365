import { Activity } from '../activity/activity.entity.ts'
import { CaseFile, CaseParty } from '../case-file/case-file.entity.ts'
import { Address, Contractor, Person } from '../contractor/contractor.entity.ts'
import { Group, GroupMember, User } from '../identity/user.entity.ts'

/** Every table that the ORM writes; the rest is written by functions in the database. */
export const entities = [Activity, Address, CaseFile, CaseParty, Contractor, Group, GroupMember, Person, User]
